"""How well one colour can be read on another."""

_LINEAR = 0.04045  # up to this share of a channel the scale of sRGB is linear


def contrast(one: str, other: str) -> float:
    """Compute the contrast ratio of two colours, "#rrggbb" each, as WCAG 2.2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def channels(color: str) -> tuple[int, int, int]:
    """Give red, green and blue of "#rrggbb", 0 to 255 each."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _luminance(color: str) -> float:
    # Relative luminance, WCAG 2.2, section "relative luminance".
    linear = [c / 12.92 if (c := part / 255) <= _LINEAR else ((c + 0.055) / 1.055) ** 2.4 for part in channels(color)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
