"""The command line: one thin function a command. Everything it finds comes from plain functions."""
