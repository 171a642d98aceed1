"""From a TOML file to the model, with every fault and its place: ``load.load`` is the way in."""
