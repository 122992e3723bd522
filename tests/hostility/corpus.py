"""The corpus: texts that would be something else, values that no text can write, and messages that no script of ours sends."""

import json
from collections.abc import Mapping

LIVE = "x-live"  # the tag, and part of what runs, in texts that would be markup
TEXTS: Mapping[str, str] = {
    "unknown": "naval",
    "other case": "ECONOMIC",
    "number": "-1",
    "huge number": "9" * 400,
    "exponent": "1e400",
    "other digits": "٢٠١٧",
    "long": "x" * 1_500,
    "one letter of many marks": "e" + "\u0301" * 500,
    "control characters": "\x00\x01\x07\x1b[31m\x7f\x85\u2028",
    "lines": "a\r\nSet-Cookie: live=1\r\n\r\nb",
    "bidirectional": "\u202eevil\u202c \u2066x\u2069 \u200f",
    "zero width": "\u200b\u200d\u2060\ufeff",
    "no characters": "\ufffe\uffff\U0010ffff",
    "signs": "😀 é e\u0301 İ ß 中文 عربي",
    "nested": "[" * 400 + "]" * 400,
    "nested twice encoded": "%25253Cx-live%25253E",
    "HTML": "<x-live><img src=x onerror=alert(1)>",
    "script": "</script></title></textarea><script>alert('x-live')</script>",
    "attribute": '" onmouseover="alert(1)" \' x-live=\'',
    "CSS": "x-live</style>{background:url(https://evil.example.org/x)}",
    "comment": "--><x-live onload=alert(1)><!-- ]]>",
    "link": "javascript:alert(1)//x-live",
    "other host": "//evil.example.org/x",
    "template": "{{7*7}} ${7*7} {% include '/etc/passwd' %} #{7*7} %s %n {0.__class__}",
    "SQL": "' OR 1=1; DROP TABLE events; --",
    "query": "@a == 1 or `x`.__class__",  # as pandas writes one
    "pattern": "(a+)+$[\\",
    "path": "../../../../etc/passwd",
    "other path": "..\\..\\app.py\x00.csv",
    "file": "file:///etc/passwd",
    "formula": '=HYPERLINK("https://evil.example.org";"x")',
    "command": "$(touch x-live) `id` | id & id",
    "constructor": "__proto__",
}

# One text for all that a record says: the first letters are of what is cut to a label.
EVERYTHING = (
    "\"'><x-live onclick=alert(1)></script></style></title></textarea><img src=//evil.example.org/x onerror=alert(1)>"
    "<script>alert(1)</script> {{7*7}} ${7*7} javascript:alert(1) =1+1 \u202e\u200b"
)

# Values as they stand in a query string, which no text is written as.
RAW: Mapping[str, str] = {
    "no UTF-8": "%FF%FE",
    "longer than needed": "%C0%AE%C0%AE%C0%AF",
    "half a surrogate": "%ED%A0%80",
    "zero": "%00",
    "half encoded": "%",
    "wrongly encoded": "%zz%u003Cx-live%u003E",
    "twice encoded": "%253Cx-live%253E%2500",
    "line": "%0d%0aSet-Cookie:%20live=1",
    "other signs": ";&&==&=&[]=1&[$ne]=1",
}

# For what takes Python's strings alone: no address can hold them.
UNSENDABLE: Mapping[str, str] = {"surrogate": "\ud800", "very long": "x" * 1_000_000}

# What could stand in a message in place of what a script of ours tells; NaN and Infinity are no JSON, but Python reads them.
KINDS: Mapping[str, str] = {
    "nothing": "null",
    "true": "true",
    "zero": "0",
    "negative": "-1",
    "huge": "9" * 400,
    "no number": "NaN",
    "infinite": "1e400",
    "empty": '""',
    "surrogate": r'"\ud800"',
    "list": "[]",
    "lists": "[[[]]]",
    "object": "{}",
    "nested": '{"a":' * 200 + "1" + "}" * 200,
    "many": json.dumps(["x"] * 10_000),
    "long": json.dumps("x" * 100_000),
    "prototype": '{"__proto__": {"chosen": ["economic"]}, "__class__": "x"}',
}
VALUES: Mapping[str, str] = {**KINDS, **{name: json.dumps(text) for name, text in TEXTS.items()}}

TOO_DEEP = "[" * 100_000  # deeper than Python reads
GARBAGE: tuple[bytes, ...] = (
    b"",
    b"\x00",
    b"\xff" * 1_000,
    b"\x0a\xff\xff\xff\xff\x0f",
    b"{}",
    b"<x-live>",
)  # no messages at all
