"""The shapes of marks: a lane's symbol, filled as the standing says, drawn to one width."""

from dashboard.model.vocabulary import Symbol

# Plotly draws a symbol of one size at different widths (drawing/symbol_defs.js: a diamond 1.3 and a triangle 2/sqrt(3) times the
# size); these shares give all of them about the same weight within the box that placement keeps free.
SHARE = {Symbol.CIRCLE: 1.0, Symbol.SQUARE: 0.92, Symbol.DIAMOND: 0.85, Symbol.TRIANGLE_UP: 0.95}
_ROUND = 0.5523  # the handle of a cubic curve that comes nearest to a quarter circle


def plotly_size(symbol: Symbol, size: float) -> float:
    """Give the size to ask Plotly for, in pixels."""
    return round(size * SHARE[symbol], 2)


def left_half(symbol: Symbol, x: float, y: float, size: float) -> str:
    """Write the path of a mark's left half, in the coordinates of the plot (pixels, y downwards)."""
    return _half(symbol, x, y, size, -1)


def outline(symbol: Symbol, x: float, y: float, size: float) -> str:
    """Write the path of a whole mark, as the halves that make it up."""
    return f"{_half(symbol, x, y, size, -1)} {_half(symbol, x, y, size, 1)}"


def _half(symbol: Symbol, x: float, y: float, size: float, side: int) -> str:
    r = plotly_size(symbol, size) / 2
    if symbol is Symbol.CIRCLE:
        k, edge = r * _ROUND, x + side * r
        return (
            f"M{_n(x)},{_n(y - r)} C{_n(x + side * k)},{_n(y - r)} {_n(edge)},{_n(y - k)} {_n(edge)},{_n(y)} "
            f"C{_n(edge)},{_n(y + k)} {_n(x + side * k)},{_n(y + r)} {_n(x)},{_n(y + r)} Z"
        )
    if symbol is Symbol.SQUARE:
        corners = [(x, y - r), (x + side * r, y - r), (x + side * r, y + r), (x, y + r)]
    elif symbol is Symbol.DIAMOND:
        wide = r * 1.3
        corners = [(x, y - wide), (x + side * wide, y), (x, y + wide)]
    else:
        wide = r * 2 / 3**0.5
        corners = [(x, y - r), (x + side * wide, y + r / 2), (x, y + r / 2)]
    return "M" + " L".join(f"{_n(a)},{_n(b)}" for a, b in corners) + " Z"


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
