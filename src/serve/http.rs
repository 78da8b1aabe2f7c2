//! Requests → answers.
//!
//! In: requests of a browser on this machine. Out: files of the site that is up, and below `/_annals/`
//! how the server is doing. A request that names another host is refused: a page of some other site
//! could otherwise have its own name point here and read what is not public yet.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Request, State as Of};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tokio::sync::watch::Receiver;

use super::served::{Answer, answer};
use super::state::State;
use super::status;

/// How long a browser waits for news before it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// What answers are made from.
#[derive(Clone)]
pub(super) struct Desk {
    /// The state of now, and word of the next.
    pub(super) states: Receiver<Arc<State>>,
    /// What is served, in a few words.
    pub(super) what: Arc<str>,
}

/// Every address, and who answers it.
pub(super) fn router(desk: Desk) -> Router {
    Router::new()
        .route("/_annals/", get(how_it_goes))
        .route("/_annals/state.json", get(told))
        .route("/_annals/wait/{since}/", get(home_news))
        .route("/_annals/wait/{since}/{*path}", get(news))
        .route("/_annals/live.js", get(|| kept("text/javascript; charset=utf-8", include_str!("live.js"))))
        .route("/_annals/live.css", get(|| kept("text/css; charset=utf-8", include_str!("live.css"))))
        .route("/", get(home))
        .route("/{*path}", get(page))
        .layer(from_fn(guarded))
        .with_state(desk)
}

/// Refuses what another site sends, and says what holds for every answer.
async fn guarded(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    if !host.is_some_and(is_here) {
        let words = "This server answers for localhost only.\n";
        return (StatusCode::FORBIDDEN, words).into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("image/svg") {
        // A drawing that is opened by itself could bring a script; as part of a page it cannot.
        let closed = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        headers.insert(header::CONTENT_SECURITY_POLICY, closed);
    }
    response
}

/// Whether a name, with or without a port, is one of this machine's own.
fn is_here(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name, "127.0.0.1" | "[::1]") || name.eq_ignore_ascii_case("localhost")
}

async fn home(Of(desk): Of<Desk>) -> Response {
    of_site(&desk, "")
}

async fn page(Of(desk): Of<Desk>, Path(path): Path<String>) -> Response {
    of_site(&desk, &path)
}

fn of_site(desk: &Desk, path: &str) -> Response {
    let state = Arc::clone(&desk.states.borrow());
    match answer(&state.files, path, state.page(path)) {
        Answer::File(status, kind, bytes) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
            (status, [(header::CONTENT_TYPE, kind)], bytes.into_owned()).into_response()
        }
        Answer::Moved(to) => Redirect::temporary(&to).into_response(),
        // Until there is a first site, every page says why there is none.
        Answer::Nothing if state.site == 0 => {
            (StatusCode::SERVICE_UNAVAILABLE, as_html(status::page(&state, &desk.what))).into_response()
        }
        Answer::Nothing => (StatusCode::NOT_FOUND, "Nothing is at this address.\n").into_response(),
    }
}

async fn how_it_goes(Of(desk): Of<Desk>) -> Response {
    let state = Arc::clone(&desk.states.borrow());
    as_html(status::page(&state, &desk.what)).into_response()
}

async fn told(Of(desk): Of<Desk>) -> Response {
    as_json(&desk, "")
}

async fn home_news(desk: Of<Desk>, Path(since): Path<u64>) -> Response {
    news(desk, Path((since, String::new()))).await
}

/// Answers when there was a build since the one that the browser names, or when it has waited long
/// enough: a request that simply takes its time gets through everything that stands between. Says of the
/// path that the browser is at, too.
async fn news(Of(mut desk): Of<Desk>, Path((since, path)): Path<(u64, String)>) -> Response {
    let newer = desk.states.wait_for(|state| state.builds > since);
    // Whether there is news or none, the state of now is the answer.
    let _ = tokio::time::timeout(PATIENCE, newer).await;
    as_json(&desk, &path)
}

fn as_json(desk: &Desk, path: &str) -> Response {
    let state = Arc::clone(&desk.states.borrow());
    ([(header::CONTENT_TYPE, "application/json")], status::json(&state, path)).into_response()
}

fn as_html(page: String) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page)
}

async fn kept(kind: &'static str, text: &'static str) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, kind)], text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_answered() {
        for host in ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000", "127.0.0.1"] {
            assert!(is_here(host), "{host}");
        }
        for host in ["", "example.org", "localhost.example.org:8000", "127.0.0.1.nip.io", "[::1", "0.0.0.0"] {
            assert!(!is_here(host), "{host}");
        }
    }
}
