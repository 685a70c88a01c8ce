#!/usr/bin/env python3
"""
Makes media/fonts/strip.otf, the 32-dot face of strips, and media/fonts/strip.json, what it holds:
`python3 scripts/fonts/strip.py` with Debian's python3-freetype (FreeType 2.12.1) and python3-fonttools. Same inputs give
the same bytes. How and why: docs/decisions/0016-dot-faces.md.
"""
import json
import os
import unicodedata

import freetype as ft
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
NOTO = os.path.join(ROOT, 'node_modules/@expo-google-fonts/noto-sans-sc')
TABLE = os.path.join(ROOT, 'tests/fixtures/standard-characters/characters.txt')
OUT = os.path.join(ROOT, 'media/fonts')
CELL = 32
# Rows of the cell above the baseline; hanzi of Noto stand from 28 above to 3 below.
ASCENT = 28
HINTED = ft.FT_LOAD_RENDER | ft.FT_LOAD_FORCE_AUTOHINT | ft.FT_LOAD_TARGET_MONO | ft.FT_LOAD_NO_BITMAP
# The number is the message: bold, in a cell as wide as a hanzi.
DIGITS = {ord(c): c for c in '0123456789'}
DIGITS.update({0xFF10 + i: str(i) for i in range(10)})
DIGIT_HEIGHT = 27
DIGIT_BREADTH = 1.2
# A question and a colon are as heavy as the words they end.
HEAVY_MARKS = '？！：；?!:;.,%％．'
# Stamps, not seconds since a build: equal inputs give equal bytes.
SET_IN_STONE = 3_786_825_600


def gb2312():
    for row in [*range(0xB0, 0xF8)]:
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode('gb2312')
            except UnicodeDecodeError:
                pass
    for row in (0xA1, 0xA3):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode('gb2312')
            except UnicodeDecodeError:
                pass


SIGNS = '·•—–…‘’“”¥￥€°²×÷±½¼‰→←↑↓√℃〇㎡✓☎№①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ'
TONES = 'üǖǘǚǜāáǎàēéěèêīíǐìōóǒòūúǔùńňǹḿÜ'


def face_of(weight):
    face = ft.Face(f'{NOTO}/{weight}/NotoSansSC_{weight}.ttf')
    face.set_pixel_sizes(0, CELL)
    return face


def dots_of(face, character):
    """Set dots as (column, row above the baseline), and the advance."""
    face.load_char(character, HINTED)
    slot, bitmap = face.glyph, face.glyph.bitmap
    bytes_, pitch = bitmap.buffer, bitmap.pitch
    dots = set()
    breadth = bitmap.width
    for y in range(bitmap.rows):
        for x in range(breadth):
            if bytes_[y * pitch + (x >> 3)] >> (7 - (x & 7)) & 1:
                dots.add((x + slot.bitmap_left, slot.bitmap_top - 1 - y))
    return dots, round(slot.advance.x / 64)


def centred(dots, breadth):
    left, right = min(x for x, _ in dots), max(x for x, _ in dots)
    shift = (breadth - (right - left + 1)) // 2 - left
    return {(x + shift, y) for x, y in dots}


def outline(dots, pen):
    """The edge of the set dots as closed runs of level and upright lines, the ink on the left hand."""
    ahead = {}
    for x, y in dots:
        for beside, start, end in (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        ):
            if beside not in dots:
                ahead.setdefault(start, set()).add(end)
    while ahead:
        first = min(ahead)
        here, heading, corners = first, None, []
        while True:
            # Where two corners of ink touch, the line turns left, so that each keeps its own edge.
            end = min(ahead[here], key=lambda to: turn(heading, here, to))
            ahead[here].discard(end)
            if not ahead[here]:
                del ahead[here]
            step = (end[0] - here[0], end[1] - here[1])
            if step != heading:
                corners.append(here)
            here, heading = end, step
            if here == first:
                break
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()


def turn(heading, here, to):
    if heading is None:
        return to
    step = (to[0] - here[0], to[1] - here[1])
    return -(heading[0] * step[1] - heading[1] * step[0])


def ranges(codes):
    out = []
    for code in sorted(codes):
        if out and out[-1][1] == code - 1:
            out[-1][1] = code
        else:
            out.append([code, code])
    return out


def main():
    with open(TABLE, encoding='utf-8') as file:
        wanted = set(file.read()) | set(gb2312()) | set(SIGNS) | set(TONES) | {chr(c) for c in range(0x20, 0x7F)}
    wanted = sorted(c for c in wanted if unicodedata.category(c)[0] not in 'CM')
    regular, bold, digits = face_of('400Regular'), face_of('700Bold'), face_of('700Bold')
    # Cap height of Noto is 733 thousandths of an em.
    tall = round(DIGIT_HEIGHT / 0.733)
    digits.set_pixel_sizes(round(tall * DIGIT_BREADTH), tall)
    has = {code for code, _ in regular.get_chars()}
    glyphs, advances, cmap = {'.notdef': set()}, {'.notdef': CELL}, {}
    for character in wanted:
        code = ord(character)
        if code not in has:
            continue
        if code in DIGITS:
            dots, advance = dots_of(digits, DIGITS[code])
            dots, advance = centred(dots, CELL), CELL
        else:
            dots, advance = dots_of(bold if character in HEAVY_MARKS else regular, character)
        # What stands out of the cell would be outside a panel of 32 rows.
        dots = {(x, y) for x, y in dots if ASCENT - CELL <= y < ASCENT}
        name = f'u{code:04X}'
        glyphs[name], advances[name], cmap[code] = dots, advance, name
    order = list(glyphs)
    strings = {}
    for name, dots in glyphs.items():
        pen = T2CharStringPen(advances[name], None)
        outline(dots, pen)
        strings[name] = pen.getCharString()
    builder = FontBuilder(CELL, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(cmap)
    family = 'SilverShield Strip'
    names = {
        'copyright': '(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name Source',
        'familyName': family,
        'styleName': 'Regular',
        'uniqueFontIdentifier': f'{family} 32',
        'fullName': family,
        'version': 'Version 1.0',
        'psName': family.replace(' ', ''),
        'licenseDescription': 'SIL Open Font License 1.1; dots set from Noto Sans SC 2.004',
        'licenseInfoURL': 'https://scripts.sil.org/OFL',
    }
    builder.setupCFF(names['psName'], {'FullName': family}, strings, {})
    builder.setupHorizontalMetrics(
        {name: (advances[name], min((x for x, _ in glyphs[name]), default=0)) for name in order}
    )
    builder.setupHorizontalHeader(ascent=ASCENT, descent=ASCENT - CELL)
    builder.setupNameTable(names, mac=False)
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=ASCENT - CELL, usWinAscent=ASCENT, usWinDescent=CELL - ASCENT)
    builder.setupPost(keepGlyphNames=False)
    head = builder.font['head']
    head.created = head.modified = SET_IN_STONE
    builder.font.recalcTimestamp = False
    builder.save(f'{OUT}/strip.otf')
    with open(f'{OUT}/strip.json', 'w', encoding='utf-8') as file:
        advance = [[a, b, advances[cmap[a]] * 1000 // CELL] for a, b in same_breadth(cmap, advances)]
        json.dump({'family': family, 'file': 'strip.otf', 'cell': CELL, 'ascent': ASCENT, 'advances': advance,
                   'holds': ranges(cmap)}, file, separators=(',', ':'))
        file.write('\n')
    print(f'strip.otf: {len(cmap)} characters, {os.path.getsize(f"{OUT}/strip.otf")} bytes')


def same_breadth(cmap, advances):
    out = []
    for code in sorted(cmap):
        if advances[cmap[code]] == CELL:
            continue
        if out and out[-1][1] == code - 1 and advances[cmap[out[-1][0]]] == advances[cmap[code]]:
            out[-1][1] = code
        else:
            out.append([code, code])
    return out


if __name__ == '__main__':
    main()
