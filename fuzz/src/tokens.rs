//! Files of tokens.

use server::{Scope, Tokens};

/// What is no file of tokens is refused with the line; what is one knows nobody by an empty token or a hash.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Tokens::parse(&text) {
        Err(why) => assert!(!why.is_empty()),
        Ok(tokens) => {
            for word in text.split_whitespace().chain([""]) {
                assert_eq!(tokens.holder(word), None, "{word} is a token");
            }
            let again = Tokens::parse(&text);
            assert_eq!(again, Ok(tokens));
        }
    }
    for word in text.split_whitespace().take(4) {
        assert!(Scope::named(word).is_none_or(|scope| scope.as_str() == word));
    }
}
