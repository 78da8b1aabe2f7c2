//! A path of a PDF while it is drawn → the box that it goes around, and how far it reaches.

/// Points, one after another.
#[derive(Debug, Default)]
pub(super) struct Path {
    corners: Vec<(f64, f64)>,
    is_bent: bool,
    /// Left, bottom, right and top of all of it.
    pub(super) extent: Option<[f64; 4]>,
}

/// How far from the straight a line may lead that is drawn as one.
const STRAIGHT: f64 = 0.5;

impl Path {
    /// Begins again elsewhere; what was drawn so far, where it is a box.
    pub(super) fn turn_to(&mut self, to: (f64, f64)) -> Option<[f64; 4]> {
        let before = self.as_box();
        (self.corners, self.is_bent) = (Vec::new(), false);
        self.go_to(to);
        before
    }

    /// Draws a line.
    pub(super) fn go_to(&mut self, to: (f64, f64)) {
        self.corners.push(to);
        let (x, y) = to;
        let [left, bottom, right, top] = self.extent.unwrap_or([x, y, x, y]);
        self.extent = Some([left.min(x), bottom.min(y), right.max(x), top.max(y)]);
    }

    /// Draws a curve, which goes around no box.
    pub(super) fn bend_to(&mut self, to: (f64, f64)) {
        self.go_to(to);
        self.is_bent = true;
    }

    /// Left, bottom, right and top of the box that the lines since the last turn go around.
    pub(super) fn as_box(&self) -> Option<[f64; 4]> {
        let is_near = |one: f64, other: f64| (one - other).abs() < STRAIGHT;
        let closed = match self.corners.as_slice() {
            [start @ .., end]
                if start.first().is_some_and(|(x, y)| is_near(*x, end.0) && is_near(*y, end.1)) =>
            {
                start
            }
            all => all,
        };
        let [(a, b), (c, d), (e, f), (g, h)] = *closed else { return None };
        let is_upright = is_near(b, d) && is_near(c, e) && is_near(f, h) && is_near(g, a);
        let is_lying = is_near(a, c) && is_near(d, f) && is_near(e, g) && is_near(h, b);
        let is_box = !self.is_bent && (is_upright || is_lying);
        is_box.then(|| [a.min(e), b.min(f), a.max(e), b.max(f)])
    }
}
