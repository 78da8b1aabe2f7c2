//! Asks over HTTP.
//!
//! In: paths of the endpoint, addresses of attachments. Out: bytes. What passes by itself (a time-out,
//! a cut answer, 429, 5xx) is asked again, ever more slowly and a bounded number of times, as
//! `Retry-After` says where it says so. The token goes to the endpoint's own host only, over TLS or
//! within this machine, and into no message.

use std::cell::Cell;
use std::io::{self, Read};
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, bail};
use ureq::http::{Response, Uri, header};
use ureq::{Agent, Body};

use super::super::tls;
use super::{Patience, Refused, Taking, Token};

/// Asks an endpoint.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    endpoint: String,
    home: Uri,
    token: Token,
    patience: Patience,
    last: Cell<Option<Instant>>,
}

/// What one request came to.
enum Came<T> {
    /// What was asked for.
    To(T),
    /// Nothing yet: why, and how long the server asks to wait.
    Nothing(String, Option<Duration>),
    /// Nothing, and asking again will not help.
    Never(anyhow::Error),
}

/// The largest page of records that is taken, in bytes.
const LARGEST_PAGE: u64 = 64 * 1024 * 1024;
const MOST_REDIRECTS: usize = 5;

impl Client {
    /// A client of an endpoint, as in `https://api.airtable.com`.
    ///
    /// # Errors
    /// An endpoint that is no address, or that would get the token unencrypted over a network.
    pub fn new(endpoint: &str, token: Token, patience: Patience) -> Result<Self> {
        let endpoint = endpoint.trim_end_matches('/').to_owned();
        let home: Uri = endpoint.parse().map_err(|_| anyhow!("{endpoint} is not an address"))?;
        let is_local = matches!(home.host(), Some("127.0.0.1" | "localhost" | "[::1]"));
        match home.scheme_str() {
            Some("https") if home.host().is_some() => {}
            Some("http") if is_local => {}
            Some("http") => bail!("{endpoint} would get the token unencrypted: use https"),
            _ => bail!("{endpoint} is not an address: write it as in https://api.airtable.com"),
        }
        let mut config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(patience.connect))
            .timeout_recv_response(Some(patience.answer))
            .timeout_per_read(Some(patience.answer))
            .user_agent(concat!("annals/", env!("CARGO_PKG_VERSION")));
        if is_local {
            config = config.proxy(None);
        }
        if home.scheme_str() == Some("https") {
            config = config.tls_config(tls::config()?);
        }
        let agent = config.build().new_agent();
        Ok(Client { agent, endpoint, home, token, patience, last: Cell::new(None) })
    }

    /// The JSON at a path of the endpoint, as in `/v0/app…/tbl…?pageSize=100`.
    ///
    /// # Errors
    /// What the server refuses, or still does not give after the last try.
    pub fn json(&self, path: &str) -> Result<Vec<u8>> {
        self.patiently(|| self.json_once(&format!("{}{path}", self.endpoint)))
    }

    /// The bytes at an address, given to `take` piece by piece; the token is not sent there. `take`
    /// may be begun anew, and then gets `true` first.
    ///
    /// # Errors
    /// What the server refuses, or still does not give after the last try; what `take` cannot keep.
    pub fn download<T>(
        &self,
        url: &str,
        mut take: impl FnMut(&mut dyn Read) -> Result<T, Taking>,
    ) -> Result<T> {
        self.patiently(|| match self.answer(url, false) {
            Came::To(response) => {
                let announced = length(&response);
                let mut counted = Counted { inner: response.into_body().into_reader(), bytes: 0 };
                match take(&mut counted) {
                    Ok(_) if announced.is_some_and(|announced| announced != counted.bytes) => {
                        Came::Nothing("the file was cut short".to_owned(), None)
                    }
                    Ok(taken) => Came::To(taken),
                    Err(Taking::Again(why)) => Came::Nothing(why, None),
                    Err(Taking::Never(error)) => Came::Never(error),
                }
            }
            Came::Nothing(why, wait) => Came::Nothing(why, wait),
            Came::Never(error) => Came::Never(error),
        })
    }

    /// Whether an address may be fetched: over TLS, or from where the endpoint itself is unencrypted.
    pub fn may_fetch(&self, url: &str) -> bool {
        url.starts_with("https://") || url.starts_with("http://") && self.home.scheme_str() == Some("http")
    }

    fn patiently<T>(&self, mut ask: impl FnMut() -> Came<T>) -> Result<T> {
        let mut pause = self.patience.pause;
        let mut tried = 0;
        loop {
            tried += 1;
            match ask() {
                Came::To(found) => return Ok(found),
                Came::Never(error) => return Err(error),
                Came::Nothing(why, _) if tried >= self.patience.tries.max(1) => {
                    bail!("{}; asked {tried} times", self.without_token(&why));
                }
                Came::Nothing(why, Some(wait)) if wait > self.patience.longest => {
                    bail!(
                        "{}; it asks to wait {} s: try again later",
                        self.without_token(&why),
                        wait.as_secs()
                    );
                }
                Came::Nothing(_, wait) => {
                    std::thread::sleep(wait.unwrap_or(pause).min(self.patience.longest));
                    pause = (pause * 2).min(self.patience.longest);
                }
            }
        }
    }

    fn json_once(&self, url: &str) -> Came<Vec<u8>> {
        let response = match self.answer(url, true) {
            Came::To(response) => response,
            Came::Nothing(why, wait) => return Came::Nothing(why, wait),
            Came::Never(error) => return Came::Never(error),
        };
        let kind = text(&response, &header::CONTENT_TYPE).to_ascii_lowercase();
        if !kind.contains("json") {
            let kind = if kind.is_empty() { "something without a type".to_owned() } else { kind };
            return Came::Never(anyhow!(
                "{} answered with {kind}, not with JSON: is it the API?",
                self.endpoint
            ));
        }
        let announced = length(&response);
        match response.into_body().into_with_config().limit(LARGEST_PAGE).read_to_vec() {
            Ok(bytes) if announced.is_some_and(|announced| announced != bytes.len() as u64) => {
                Came::Nothing("the answer was cut short".to_owned(), None)
            }
            // Without a length announced, only the JSON itself tells that it is whole.
            Ok(bytes) => match serde_json::from_slice::<serde::de::IgnoredAny>(&bytes) {
                Err(error) if error.is_eof() => Came::Nothing("the answer was cut short".to_owned(), None),
                _ => Came::To(bytes),
            },
            Err(error) => self.failed(&error),
        }
    }

    /// A successful answer; redirects are followed where that is safe.
    fn answer(&self, url: &str, with_token: bool) -> Came<Response<Body>> {
        let mut url = url.to_owned();
        for _ in 0..=MOST_REDIRECTS {
            self.space();
            let mut request = self.agent.get(&url);
            if with_token {
                request = request.header(header::AUTHORIZATION, format!("Bearer {}", self.token.as_str()));
            }
            let response = match request.call() {
                Ok(response) => response,
                Err(error) => return self.failed(&error),
            };
            if !response.status().is_redirection() {
                return self.judged(response);
            }
            match self.redirected(&url, text(&response, &header::LOCATION), with_token) {
                Ok(next) => url = next,
                Err(error) => return Came::Never(error),
            }
        }
        Came::Never(anyhow!("sent on more than {MOST_REDIRECTS} times"))
    }

    fn redirected(&self, from: &str, to: &str, with_token: bool) -> Result<String> {
        let from: Uri = from.parse().map_err(|_| anyhow!("an address that is none"))?;
        let origin = |uri: &Uri| {
            (uri.scheme_str().map(str::to_owned), uri.authority().map(|at| at.as_str().to_ascii_lowercase()))
        };
        let next = match to.parse::<Uri>() {
            Ok(uri) if uri.host().is_some() && uri.scheme().is_some() => to.to_owned(),
            Ok(uri) if uri.host().is_none() && to.starts_with('/') && !to.starts_with("//") => {
                let (scheme, host) = origin(&from);
                format!("{}://{}{to}", scheme.unwrap_or_default(), host.unwrap_or_default())
            }
            _ => bail!("sent on to an address that is none"),
        };
        let uri: Uri = next.parse().map_err(|_| anyhow!("sent on to an address that is none"))?;
        if with_token && origin(&uri) != origin(&self.home) {
            let host = uri.authority().map(|at| at.host()).unwrap_or_default();
            bail!(
                "{} sends on to another host, {host}: not followed, because the token would go there",
                self.endpoint
            );
        }
        if !with_token && !self.may_fetch(&next) {
            bail!("sent on to an unencrypted address: not followed");
        }
        Ok(next)
    }

    fn judged(&self, response: Response<Body>) -> Came<Response<Body>> {
        let status = response.status();
        if status.is_success() {
            return Came::To(response);
        }
        let wait = text(&response, &header::RETRY_AFTER).trim().parse().ok().map(Duration::from_secs);
        match status.as_u16() {
            408 | 429 | 500..=599 => Came::Nothing(format!("the server answers {status}"), wait),
            401 => Came::Never(anyhow!(
                "the token is not accepted: is AIRTABLE_TOKEN the right one, and not expired?"
            )),
            code => {
                let told =
                    response.into_body().into_with_config().limit(10_000).read_to_vec().unwrap_or_default();
                let told = self.without_token(&message(&told));
                let hint = match code {
                    403 => ": the token needs access to the base and the scope data.records:read",
                    404 => ": is there such a base, and such a table, and may the token see them?",
                    _ => "",
                };
                Came::Never(anyhow!(Refused {
                    status: code,
                    told: format!("the server answers {status}{told}{hint}")
                }))
            }
        }
    }

    fn failed<T>(&self, error: &ureq::Error) -> Came<T> {
        let told = self.without_token(&error.to_string());
        match error {
            ureq::Error::Io(_)
            | ureq::Error::Timeout(_)
            | ureq::Error::ConnectionFailed
            | ureq::Error::Protocol(_)
            | ureq::Error::BodyStalled => Came::Nothing(format!("no whole answer: {told}"), None),
            _ => Came::Never(anyhow!("{} cannot be asked: {told}", self.endpoint)),
        }
    }

    /// Waits until the time between two requests is over.
    fn space(&self) {
        if let Some(last) = self.last.get() {
            std::thread::sleep(self.patience.spacing.saturating_sub(last.elapsed()));
        }
        self.last.set(Some(Instant::now()));
    }

    fn without_token(&self, text: &str) -> String {
        text.replace(self.token.as_str(), "…")
    }
}

/// A reader that counts.
struct Counted<R> {
    inner: R,
    bytes: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(into)?;
        self.bytes += n as u64;
        Ok(n)
    }
}

fn text<'r>(response: &'r Response<Body>, name: &header::HeaderName) -> &'r str {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn length(response: &Response<Body>) -> Option<u64> {
    text(response, &header::CONTENT_LENGTH).trim().parse().ok()
}

/// What an error answer says, in one line.
fn message(body: &[u8]) -> String {
    let Ok(json) = serde_json::from_slice::<serde_json::Value>(body) else { return String::new() };
    let error = json.get("error").unwrap_or(&json);
    let part = |key| error.get(key).and_then(serde_json::Value::as_str);
    let told = part("message").or(part("type")).or(error.as_str()).unwrap_or_default();
    let told: String =
        told.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(300).collect();
    if told.is_empty() { told } else { format!(" ({told})") }
}

#[cfg(test)]
mod tests;
