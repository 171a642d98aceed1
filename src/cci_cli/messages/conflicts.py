"""What the list of disagreements says."""

from __future__ import annotations

MESSAGES = {
    "title": ("Where sources disagree", "来源互相矛盾之处"),
    "counted": ("{conflicts} in {facts}", "{facts}，{conflicts}"),
}
