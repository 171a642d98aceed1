"""The command line: one thin function a command. Everything it finds comes from plain functions."""

#: How the program without a command, and a command that is a topic, are named beside the commands.
PROGRAM, TOPIC = "program", "topic"
