"""Python's email package (policy.default), the same work: python-email.py FRAMES PASSES. Prints a Report of tally.ts."""

import json
import resource
import struct
import sys
import time
from email import message_from_bytes, policy

SHOWN_FIELDS = ("from", "sender", "reply-to", "to", "cc", "bcc", "subject")
NAMES = ("messages", "failed", "fields", "headerCharacters", "texts", "characters", "attachments", "bytes")


def batches(path):
    with open(path, "rb") as file:
        while head := file.read(4):
            data = file.read(struct.unpack("<I", head)[0])
            messages, at = [], 0
            while at < len(data):
                end = at + 4 + struct.unpack_from("<I", data, at)[0]
                messages.append(data[at + 4 : end])
                at = end
            yield messages


def text_of(part):
    try:
        return part.get_content()
    except (LookupError, KeyError):  # a charset or type that it does not know
        return part.get_payload(decode=True).decode("latin-1")


def read(raw, tally):
    message = message_from_bytes(raw, policy=policy.default)
    tally["fields"] += len(message.keys())
    for name in SHOWN_FIELDS:
        for value in message.get_all(name, ()):
            tally["headerCharacters"] += len(str(value))
    for part in message.walk():
        if part.is_multipart():
            continue
        if part.get_content_maintype() == "text":
            tally["texts"] += 1
            tally["characters"] += len(text_of(part))
        else:
            tally["attachments"] += 1
            tally["bytes"] += len(part.get_payload(decode=True))


def run(path):
    tally = dict.fromkeys(NAMES, 0)
    seconds = 0.0
    for batch in batches(path):
        started = time.perf_counter()
        for raw in batch:
            tally["messages"] += 1
            try:
                read(raw, tally)
            except Exception:  # noqa: BLE001: whatever it throws, the message is lost
                tally["failed"] += 1
        seconds += time.perf_counter() - started
    return seconds, tally


runs = [run(sys.argv[1]) for _ in range(int(sys.argv[2]))]
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": [seconds for seconds, _ in runs], "peakMiB": peak, "tally": runs[-1][1]}))
