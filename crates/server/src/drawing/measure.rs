//! How finely a mark is placed, and how long words are when drawn.

/// Rounded to a tenth of a unit: finer than eyes, and the same on every machine. What is no number is 0.
pub fn tenth(value: f64) -> f64 {
    let rounded = (value * 10.0).round() / 10.0;
    // Adding zero turns -0 into 0.
    if rounded.is_finite() { rounded + 0.0 } else { 0.0 }
}

/// About how wide words are drawn, in units, at a size of letters.
pub fn width_of(words: &str, size: f64) -> f64 {
    /// A letter is about as wide as this part of its height, over the faces in use.
    const LETTER: f64 = 0.56;
    words.chars().count() as f64 * size * LETTER
}

/// At most so many letters, the last an ellipsis if any are cut off.
pub fn clipped(words: &str, most: usize) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= most {
        return words;
    }
    let kept: String = words.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_placed_at_nought() {
        assert_eq!([tenth(f64::NAN), tenth(f64::INFINITY), tenth(1.26)], [0.0, 0.0, 1.3]);
        assert!(tenth(-0.01).is_sign_positive());
    }

    #[test]
    fn long_names_are_clipped_at_letters() {
        assert_eq!(clipped("short  name", 20), "short name");
        assert_eq!(clipped(&"é".repeat(10_000), 4), "ééé…");
        assert_eq!(clipped("", 0), "");
    }
}
