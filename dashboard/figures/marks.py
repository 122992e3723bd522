"""The shapes of marks: a lane's symbol, filled as the standing says, drawn to one width."""

from dashboard.model.vocabulary import Symbol

# Plotly draws a symbol of one size at different widths (drawing/symbol_defs.js: a diamond 1.3 and a triangle 2/sqrt(3) times the
# size); these shares give all of them about the same weight within the box that placement keeps free.
SHARE = {Symbol.CIRCLE: 1.0, Symbol.SQUARE: 0.92, Symbol.DIAMOND: 0.85, Symbol.TRIANGLE_UP: 0.95}
_ROUND = 0.5523  # the handle of a cubic curve that comes nearest to a quarter circle


def plotly_size(symbol: Symbol, size: float) -> float:
    """Give the size to ask Plotly for, in pixels."""
    return round(size * SHARE[symbol], 2)


def outline(symbol: Symbol, x: float, y: float, size: float) -> str:
    """Write the path of a whole mark, in the coordinates of the plot (pixels, y downwards)."""
    r = plotly_size(symbol, size) / 2
    if symbol is Symbol.CIRCLE:
        return f"{_half_circle(x, y, r, -1)} {_half_circle(x, y, r, 1, back=True)} Z"
    right = [(2 * x - a, b) for a, b in reversed(_left_corners(symbol, x, y, r)) if a != x]
    return _polygon([*_left_corners(symbol, x, y, r), *right])


def left_half(symbol: Symbol, x: float, y: float, size: float) -> str:
    """Write the path of a mark's left half, in the same coordinates."""
    r = plotly_size(symbol, size) / 2
    return f"{_half_circle(x, y, r, -1)} Z" if symbol is Symbol.CIRCLE else _polygon(_left_corners(symbol, x, y, r))


def _left_corners(symbol: Symbol, x: float, y: float, r: float) -> list[tuple[float, float]]:
    if symbol is Symbol.SQUARE:
        return [(x, y - r), (x - r, y - r), (x - r, y + r), (x, y + r)]
    if symbol is Symbol.DIAMOND:
        return [(x, y - r * 1.3), (x - r * 1.3, y), (x, y + r * 1.3)]
    return [(x, y - r), (x - r * 2 / 3**0.5, y + r / 2), (x, y + r / 2)]


def _half_circle(x: float, y: float, r: float, side: int, *, back: bool = False) -> str:
    """Write the curve from top to bottom on one side, or from bottom to top where it goes back."""
    k, edge, way = r * _ROUND, x + side * r, -1 if back else 1
    start, end = y - way * r, y + way * r
    curves = (
        f"C{_n(x + side * k)},{_n(start)} {_n(edge)},{_n(y - way * k)} {_n(edge)},{_n(y)} "
        f"C{_n(edge)},{_n(y + way * k)} {_n(x + side * k)},{_n(end)} {_n(x)},{_n(end)}"
    )
    return curves if back else f"M{_n(x)},{_n(start)} {curves}"


def _polygon(corners: list[tuple[float, float]]) -> str:
    return "M" + " L".join(f"{_n(a)},{_n(b)}" for a, b in corners) + " Z"


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
