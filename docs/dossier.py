#!/usr/bin/env python3
"""Draws docs/dossier.svg from the beginning of the bundled example's dossier.

    rapporteur read examples/moscow-talks/pages 2>/dev/null | python3 docs/dossier.py > docs/dossier.svg
"""

import html
import re
import sys

COMMAND = "rapporteur read examples/moscow-talks/pages"
MOST_LINES = 37
COLUMNS = 80
LINE, CHARACTER, MARGIN, BAR = 17, 7.23, 18, 30  # pixels; 12px type
WIDTH = round(2 * MARGIN + COLUMNS * CHARACTER)

STYLE = """
  .frame { fill: #ffffff; stroke: #d0d7de } .bar { fill: #f6f8fa } .dot { fill: #d0d7de }
  text { font: 12px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328 }
  .head { font-weight: bold } .id, .prompt { fill: #6e7781 } .id { text-anchor: end }
  @media (prefers-color-scheme: dark) {
    .frame { fill: #0d1117; stroke: #30363d } .bar { fill: #161b22 } .dot { fill: #30363d }
    text { fill: #e6edf3 } .id, .prompt { fill: #8b949e }
  }
"""


def beginning(lines):
    """As many whole rows as fit: a row begins two columns in, a heading at the edge."""
    cut = min(MOST_LINES, len(lines))
    while cut < len(lines) and cut and re.match(r"    ", lines[cut]):
        cut -= 1
    return lines[:cut]


def texts(line, y):
    """The id at the right edge, faint; headings bold; the rest plain, as far in as it was."""
    at_edge = len(line) == COLUMNS and re.fullmatch(r"(.*?)\s+([a-z]-[0-9a-f]{8})", line)
    body, mark = at_edge.groups() if at_edge else (line, None)
    words = body.strip()
    if words:
        kind = "" if body.startswith(" ") else ' class="head"'
        left = MARGIN + (len(body) - len(body.lstrip())) * CHARACTER
        yield f'<text{kind} x="{left:.0f}" y="{y}">{html.escape(words, quote=False)}</text>'
    if mark:
        yield f'<text class="id" x="{WIDTH - MARGIN}" y="{y}">{mark}</text>'


def draw(lines):
    height = BAR + MARGIN + (len(lines) + 2) * LINE
    dots = "".join(f'<circle class="dot" cx="{18 + 16 * n}" cy="15" r="5"/>' for n in range(3))
    rows = [f'<text class="prompt" x="{MARGIN}" y="{BAR + MARGIN + 2}">$ {COMMAND}</text>']
    for number, line in enumerate([*lines, "  …"], start=1):
        rows.extend(texts(line, BAR + MARGIN + 2 + number * LINE))
    body = "\n".join(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" role="img">\n'
        f"<title>The beginning of a dossier, as the command prints it</title>\n<style>{STYLE}</style>\n"
        f'<rect class="frame" x=".5" y=".5" width="{WIDTH - 1}" height="{height - 1}" rx="8"/>\n'
        f'<path class="bar" d="M1 {BAR}V8.5a7.5 7.5 0 0 1 7.5-7.5H{WIDTH - 8.5}a7.5 7.5 0 0 1 7.5 7.5V{BAR}z"/>\n'
        f"{dots}\n{body}\n</svg>"
    )


print(draw(beginning(sys.stdin.read().splitlines())))
