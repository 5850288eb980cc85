//! Dots where meetings were, on a flat map around them.
//!
//! Degrees are drawn as they are, those of longitude shortened as they are at the middle of the map (equirectangular). So
//! nothing is drawn larger for lying far north, and no place is moved.

use serde::Serialize;

use super::labels::{self, Label};
use super::measure::tenth;
use super::outline::{self, Edge, Point, Window};
use crate::pages::map::{Map, Spot};

/// How wide the map is.
const WIDTH: f64 = 760.0;
/// How high, of its width.
const SHAPE: f64 = 0.6;
/// Dots nearer to each other than this are one, so that each can be hit.
const APART: f64 = 25.0;
/// The least part of the world that is shown, in degrees from south to north.
const LEAST: f64 = 14.0;

/// A drawn map.
#[derive(Debug, PartialEq, Serialize)]
pub struct Drawn {
    /// How high it is.
    pub height: f64,
    /// Land, as one path.
    pub land: String,
    /// Borders, as one path; nothing if they were not wanted.
    pub borders: String,
    /// Lines of latitude and longitude.
    pub lines: Vec<Line>,
    /// The places.
    pub dots: Vec<Dot>,
    /// Places that have a dot but no room for a name.
    pub nameless: usize,
}

/// A line of latitude or longitude.
#[derive(Debug, PartialEq, Serialize)]
pub struct Line {
    /// From where to where.
    pub from: Point,
    /// To where.
    pub to: Point,
    /// "30° E"
    pub label: String,
}

/// One place, or some that lie too near to each other for two dots.
#[derive(Debug, PartialEq, Serialize)]
pub struct Dot {
    /// The row of its latest meeting.
    pub id: String,
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// How large it is.
    pub r: f64,
    /// Its name, where there is room.
    pub label: Option<Label>,
    /// All places and meetings in words.
    pub title: String,
}

/// The places of a page that lie somewhere; nothing if none does.
pub fn draw(page: &Map) -> Option<Drawn> {
    let spots: Vec<(&Spot, Point)> =
        page.places.iter().filter_map(|spot| Some((spot, point(spot)?))).collect();
    let sheet = Sheet::around(&spots.iter().map(|(_, point)| *point).collect::<Vec<_>>())?;
    let dots = dots(&spots, &sheet);
    let path = |edge| {
        let lines = outline::lines(edge, &sheet.window());
        lines.iter().map(|line| sheet.path(line, edge)).collect::<String>()
    };
    Some(Drawn {
        height: sheet.height,
        land: path(Edge::Land),
        borders: if page.borders { path(Edge::Border) } else { String::new() },
        lines: sheet.lines(),
        nameless: dots.iter().filter(|dot| dot.label.is_none()).count(),
        dots,
    })
}

fn point(spot: &Spot) -> Option<Point> {
    let (east, north) = (spot.longitude?, spot.latitude?);
    (east.abs() <= 180.0 && north.abs() <= 90.0).then_some((east, north))
}

/// Places that share a dot, the one with most meetings first.
struct Cluster<'a> {
    at: Point,
    spots: Vec<&'a Spot>,
}

fn dots(spots: &[(&Spot, Point)], sheet: &Sheet) -> Vec<Dot> {
    let mut clusters: Vec<Cluster<'_>> = Vec::new();
    for (spot, point) in spots {
        let at = sheet.at(*point);
        let near = |other: &&mut Cluster<'_>| (other.at.0 - at.0).hypot(other.at.1 - at.1) < APART;
        match clusters.iter_mut().find(near) {
            Some(cluster) => cluster.spots.push(spot),
            None => clusters.push(Cluster { at, spots: vec![spot] }),
        }
    }
    let most = clusters.iter().map(Cluster::meetings).max().unwrap_or_default().max(1);
    let mut dots: Vec<Dot> = clusters.iter().map(|cluster| cluster.dot(most)).collect();
    let names: Vec<String> = clusters.iter().map(Cluster::name).collect();
    let wanted = dots.iter().zip(&names);
    let wanted: Vec<_> =
        wanted.map(|(dot, name)| labels::Dot { x: dot.x, y: dot.y, r: dot.r, name }).collect();
    let placed = labels::placed(&wanted, WIDTH, sheet.height);
    dots.iter_mut().zip(placed).for_each(|(dot, label)| dot.label = label);
    dots
}

impl Cluster<'_> {
    fn meetings(&self) -> usize {
        self.spots.iter().map(|spot| spot.meetings).sum()
    }

    fn name(&self) -> String {
        let first = self.spots.first().map(|spot| spot.name.as_str()).unwrap_or_default();
        match self.spots.len() {
            0 | 1 => first.to_owned(),
            more => format!("{first} +{}", more - 1),
        }
    }

    fn dot(&self, most: usize) -> Dot {
        let told = |spot: &&Spot| format!("{}: {} meetings", spot.name, spot.meetings);
        Dot {
            id: self.spots.first().map(|spot| spot.latest.clone()).unwrap_or_default(),
            x: self.at.0,
            y: self.at.1,
            r: tenth(4.0 + 8.0 * (self.meetings() as f64 / most as f64).sqrt()),
            label: None,
            title: self.spots.iter().map(told).collect::<Vec<_>>().join("; "),
        }
    }
}

/// The part of the world that is drawn, and how.
struct Sheet {
    window: Window,
    /// Units in a degree of latitude.
    scale: f64,
    /// How much shorter a degree of longitude is.
    squeeze: f64,
    height: f64,
}

impl Sheet {
    /// Around all of these, with a margin.
    fn around(points: &[Point]) -> Option<Sheet> {
        let (west, east) = span(points)?;
        let north = points.iter().map(|p| p.1).fold(f64::MIN, f64::max);
        let south = points.iter().map(|p| p.1).fold(f64::MAX, f64::min);
        let (middle, centre) = ((north + south) / 2.0, (west + east) / 2.0);
        let squeeze = middle.clamp(-60.0, 60.0).to_radians().cos();
        let (wide, high) = ((east - west) * 1.5 * squeeze, ((north - south) * 1.5).max(LEAST));
        let wide = wide.max(high / SHAPE).min(360.0 * squeeze);
        let high = high.max(wide * SHAPE).min(180.0);
        let south = (middle - high / 2.0).clamp(-90.0, 90.0 - high);
        let half = wide / squeeze / 2.0;
        let window =
            Window { west: centre - half, east: centre + half, south, north: south + high };
        let scale = WIDTH / wide;
        Some(Sheet { window, scale, squeeze, height: tenth(high * scale) })
    }

    /// A little more than is seen, so that no edge of a cut is.
    fn window(&self) -> Window {
        let Window { west, east, south, north } = self.window;
        let more = 6.0 / self.scale;
        Window { west: west - more, east: east + more, south: south - more, north: north + more }
    }

    fn at(&self, (east, north): Point) -> Point {
        let turns = [0.0, 360.0, -360.0].into_iter().map(|by| east + by);
        let seen = turns.clone().find(|east| self.window.holds((*east, north)));
        self.place((seen.unwrap_or(east), north))
    }

    fn place(&self, (east, north): Point) -> Point {
        let x = (east - self.window.west) * self.scale * self.squeeze;
        (tenth(x), tenth((self.window.north - north) * self.scale))
    }

    fn path(&self, line: &[Point], edge: Edge) -> String {
        let mut path = String::new();
        let mut last = None;
        for point in line.iter().map(|point| self.place(*point)) {
            if last != Some(point) {
                path.push_str(if last.is_none() { "M" } else { "L" });
                path.push_str(&format!("{} {}", point.0, point.1));
            }
            last = Some(point);
        }
        if edge == Edge::Land {
            path.push('Z');
        }
        path
    }

    /// At round degrees, four or so each way.
    fn lines(&self) -> Vec<Line> {
        let Window { west, east, south, north } = self.window;
        let every = round((north - south) / 4.0);
        let mut lines = Vec::new();
        for degree in steps(south, north, every) {
            let y = self.place((west, degree)).1;
            let label = named(degree, ["N", "S"]);
            lines.push(Line { from: (0.0, y), to: (WIDTH, y), label });
        }
        for degree in steps(west, east, every) {
            let x = self.place((degree, south)).0;
            let label = named((degree + 540.0).rem_euclid(360.0) - 180.0, ["E", "W"]);
            lines.push(Line { from: (x, 0.0), to: (x, self.height), label });
        }
        lines
    }
}

/// West and east of all points, the widest gap between them outside.
fn span(points: &[Point]) -> Option<(f64, f64)> {
    let mut east: Vec<f64> = points.iter().map(|point| point.0).collect();
    east.sort_by(f64::total_cmp);
    let (&first, &last) = (east.first()?, east.last()?);
    let inner = east.windows(2).map(|two| (two[1] - two[0], two[1], two[0] + 360.0));
    let around = std::iter::once((first + 360.0 - last, first, last));
    let widest = inner.chain(around).max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some((widest.1, widest.2))
}

/// A degree that people count in.
fn round(degrees: f64) -> f64 {
    let known = [1.0, 2.0, 5.0, 10.0, 15.0, 30.0];
    known.into_iter().find(|known| *known >= degrees).unwrap_or(45.0)
}

fn steps(low: f64, high: f64, every: f64) -> impl Iterator<Item = f64> {
    let first = (low / every).floor() + 1.0;
    let count = ((high / every).ceil() - first).clamp(0.0, 60.0) as u32;
    (0..count).map(move |at| (first + f64::from(at)) * every)
}

fn named(degree: f64, [plus, minus]: [&str; 2]) -> String {
    match degree {
        0.0 => "0°".to_owned(),
        degree if degree > 0.0 => format!("{degree}° {plus}"),
        degree => format!("{}° {minus}", -degree),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::parts;

    fn page(points: &[(f64, f64)]) -> Map {
        let spot = |(latitude, longitude): &(f64, f64)| Spot {
            name: format!("Town at {latitude}"),
            country: None,
            latitude: Some(*latitude),
            longitude: Some(*longitude),
            note: None,
            meetings: 2,
            held: 1,
            latest: "m-1".to_owned(),
            when: String::new(),
        };
        Map {
            extent: parts::extent(&(0..points.len()), points.len()),
            places: points.iter().map(spot).collect(),
            nowhere: 0,
            borders: true,
            parties: Vec::new(),
            issues: Vec::new(),
        }
    }

    #[test]
    fn every_dot_is_on_the_map_and_far_enough_from_the_next() {
        let around = [
            vec![(33.5, 36.3)],
            vec![(33.5, 36.3), (33.6, 36.4), (24.5, 54.4), (55.8, 37.6)],
            vec![(-36.8, 174.8), (21.3, -157.9), (-18.1, 178.4)],
            vec![(89.0, 0.0), (-89.0, 0.0)],
            vec![(0.0, -180.0), (0.0, -60.0), (0.0, 60.0), (0.0, 180.0)],
        ];
        for points in around {
            let drawn = draw(&page(&points)).expect("a map");
            assert!((80.0..=600.0).contains(&drawn.height), "{}", drawn.height);
            for (at, dot) in drawn.dots.iter().enumerate() {
                assert!(
                    (0.0..=WIDTH).contains(&dot.x) && (0.0..=drawn.height).contains(&dot.y),
                    "{dot:?}"
                );
                let apart = |other: &Dot| (dot.x - other.x).hypot(dot.y - other.y) >= APART;
                assert!(drawn.dots[at + 1..].iter().all(apart));
            }
        }
    }

    #[test]
    fn north_is_up_and_east_is_right_over_the_date_line_too() {
        let drawn = draw(&page(&[(-36.8, 174.8), (21.3, -157.9)])).expect("a map");
        let (auckland, honolulu) = (&drawn.dots[0], &drawn.dots[1]);
        assert!(auckland.x < honolulu.x && auckland.y > honolulu.y);
    }

    #[test]
    fn no_place_gives_no_map_and_no_number_is_none() {
        assert_eq!(draw(&page(&[])), None);
        assert_eq!(draw(&page(&[(f64::NAN, 10.0)])), None);
        let drawn = draw(&page(&[(33.5, 36.3)])).expect("a map");
        assert!(!drawn.land.contains("NaN") && !drawn.land.is_empty());
        assert_eq!(draw(&page(&[(33.5, 36.3)])), Some(drawn), "the same places, the same map");
    }

    #[test]
    fn borders_can_be_left_out() {
        let page = Map { borders: false, ..page(&[(33.5, 36.3)]) };
        assert_eq!(draw(&page).expect("a map").borders, "");
    }
}
