//! Land and borders, in degrees, cut to a window.

/// The table; its head says where it is from.
const TABLE: &str = include_str!("../../data/outline.txt");
/// Its unit, in a degree.
const UNIT: f64 = 20.0;

/// A place in degrees east and north.
pub type Point = (f64, f64);

/// What a line is the edge of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Edge {
    /// Land: a ring.
    Land,
    /// Two states: an open line.
    Border,
}

/// A part of the world, in degrees; its east can be beyond 180.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Its left edge.
    pub west: f64,
    /// Its right edge.
    pub east: f64,
    /// Its lower edge.
    pub south: f64,
    /// Its upper edge.
    pub north: f64,
}

impl Window {
    /// True for a point in it.
    pub fn holds(&self, (east, north): Point) -> bool {
        (self.west..=self.east).contains(&east) && (self.south..=self.north).contains(&north)
    }
}

/// All lines of one kind that touch a window, rings cut to it.
pub fn lines(edge: Edge, window: &Window) -> Vec<Vec<Point>> {
    let lines = TABLE.lines().filter_map(|line| match line.split_once(' ')? {
        ("land", points) if edge == Edge::Land => Some(points),
        ("border", points) if edge == Edge::Border => Some(points),
        _ => None,
    });
    lines.map(points).flat_map(|line| around(line, edge, window)).collect()
}

fn points(line: &str) -> Vec<Point> {
    let mut numbers = line.split(' ').filter_map(|number| number.parse::<f64>().ok());
    let (mut east, mut north) = (0.0, 0.0);
    let mut points = Vec::new();
    while let (Some(x), Some(y)) = (numbers.next(), numbers.next()) {
        east += x;
        north += y;
        points.push((east / UNIT, north / UNIT));
    }
    points
}

/// The line where it stands and once around the world to either side, as far as the window sees it.
fn around(line: Vec<Point>, edge: Edge, window: &Window) -> Vec<Vec<Point>> {
    let turned = [-360.0, 0.0, 360.0]
        .into_iter()
        .map(|by| -> Vec<Point> { line.iter().map(|(east, north)| (east + by, *north)).collect() });
    let seen = turned.filter(|line| touches(line, window));
    match edge {
        Edge::Land => seen.map(|ring| cut(ring, window)).filter(|ring| ring.len() > 2).collect(),
        Edge::Border => seen.collect(),
    }
}

fn touches(line: &[Point], window: &Window) -> bool {
    let over = |value: fn(&Point) -> f64, low: f64, high: f64| {
        line.iter().any(|point| value(point) >= low)
            && line.iter().any(|point| value(point) <= high)
    };
    over(|p| p.0, window.west, window.east) && over(|p| p.1, window.south, window.north)
}

/// A ring cut along each edge of a window in turn (Sutherland and Hodgman, 1974).
fn cut(ring: Vec<Point>, window: &Window) -> Vec<Point> {
    let cut = side(ring, |p| p.0 - window.west);
    let cut = side(cut, |p| window.east - p.0);
    let cut = side(cut, |p| p.1 - window.south);
    side(cut, |p| window.north - p.1)
}

/// The part of a ring where `inside` is not negative.
fn side(ring: Vec<Point>, inside: impl Fn(&Point) -> f64) -> Vec<Point> {
    let mut kept = Vec::with_capacity(ring.len());
    let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
    for (from, to) in before.zip(&ring) {
        let (a, b) = (inside(from), inside(to));
        if (a < 0.0) != (b < 0.0) {
            let part = a / (a - b);
            kept.push((from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1)));
        }
        if b >= 0.0 {
            kept.push(*to);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVANT: Window = Window { west: 25.0, east: 60.0, south: 20.0, north: 45.0 };

    #[test]
    fn the_table_is_read_whole_and_lies_on_the_globe() {
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let numbers: Vec<_> = line.split(' ').skip(1).map(str::parse::<f64>).collect();
            assert!(numbers.iter().all(Result::is_ok) && numbers.len() % 2 == 0, "{line}");
            let (_, rest) = line.split_once(' ').expect("a kind");
            assert!(
                points(rest).iter().all(|(x, y)| x.abs() <= 380.0 && y.abs() <= 90.1),
                "{line}"
            );
        }
    }

    #[test]
    fn what_is_seen_of_land_is_in_the_window() {
        let land = lines(Edge::Land, &LEVANT);
        assert!(!land.is_empty());
        let near = |p: &Point| p.0 > 24.99 && p.0 < 60.01 && p.1 > 19.99 && p.1 < 45.01;
        assert!(land.iter().flatten().all(near));
        assert!(!lines(Edge::Border, &LEVANT).is_empty());
    }

    #[test]
    fn a_window_over_the_date_line_sees_both_sides() {
        let pacific = Window { west: 150.0, east: 250.0, south: 20.0, north: 72.0 };
        let land = lines(Edge::Land, &pacific);
        assert!(land.iter().flatten().any(|p| p.0 < 170.0));
        assert!(land.iter().flatten().any(|p| p.0 > 220.0));
    }

    #[test]
    fn the_open_sea_has_no_land() {
        let sea = Window { west: -40.0, east: -35.0, south: 20.0, north: 25.0 };
        assert_eq!(lines(Edge::Land, &sea), Vec::<Vec<Point>>::new());
    }
}
