//! Where the token may go, and how names are encoded; the rest is in `tests/pull.rs`.

use super::super::encoded;
use super::*;

fn client(endpoint: &str) -> Result<Client> {
    Client::new(endpoint, Token::new("patSECRET.abc").unwrap(), Patience::default())
}

#[test]
fn never_shows_the_token() {
    let client = client("https://api.airtable.com/").unwrap();
    assert!(!format!("{client:?}").contains("SECRET"));
    assert_eq!(client.without_token("a patSECRET.abc b"), "a … b");
    assert!(Token::new("two words").is_err() && Token::new(" \n").is_err());
}

#[test]
fn gives_the_token_to_no_open_network() {
    assert!(client("http://127.0.0.1:8080").is_ok());
    for endpoint in
        ["http://api.airtable.com", "ftp://x", "api.airtable.com", "", "http://127.0.0.1.example.org"]
    {
        assert!(client(endpoint).is_err(), "{endpoint}");
    }
}

#[test]
fn follows_the_token_nowhere_else() {
    let client = client("https://api.airtable.com").unwrap();
    let to =
        |to| client.redirected("https://api.airtable.com/v0/x", to, true).map_err(|error| error.to_string());
    assert_eq!(to("/v1/x").unwrap(), "https://api.airtable.com/v1/x");
    assert_eq!(to("https://API.airtable.com/y").unwrap(), "https://API.airtable.com/y");
    for elsewhere in [
        "https://evil.example/",
        "//evil.example/",
        "http://api.airtable.com/",
        "https://api.airtable.com:8443/",
        "https://api.airtable.com@evil.example/",
    ] {
        assert!(to(elsewhere).is_err(), "{elsewhere}");
    }
    let file = |to| client.redirected("https://dl.example/x", to, false);
    assert!(file("https://other.example/x").is_ok() && file("http://other.example/x").is_err());
}

#[test]
fn encodes_names() {
    assert_eq!(encoded("Case studies/é"), "Case%20studies%2F%C3%A9");
}
