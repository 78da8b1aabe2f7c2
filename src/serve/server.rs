//! The server itself: one thread that builds, one that answers.
//!
//! In: what a server is asked for. Out: it runs until the program is ended.

use std::cell::Cell;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::mpsc;

use anyhow::{Context, Result};
use tokio::sync::watch::{self, Sender};

use super::http::{Desk, router};
use super::state::State;
use super::watch::Watch;
use super::{Asked, PORT, Part};
use crate::diag::Diagnostic;

/// Serves until the program is ended.
///
/// # Errors
/// A port that is taken, a machine that lets nobody watch files.
pub fn run(asked: Asked<'_>) -> Result<()> {
    let Asked { port, what, watched, mut round, tell } = asked;
    let listener = listener(port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let (changed, changes) = mpsc::channel();
    let mut watch = Watch::new(changed)?;
    let (states, state) = watch::channel(Arc::default());
    tell(&format!("{what} is at {address}, and how it is going at {address}_annals/ (Ctrl+C ends)"), &[]);
    std::thread::scope(|scope| {
        let answering = scope.spawn(|| answer(listener, Desk { states: state, what: what.as_str().into() }));
        let is_over = Cell::new(false);
        while !is_over.get() {
            // Watched first: what changes while the site is made is made again.
            watch.these(watched());
            round(&address, &|built| step(&states, built, tell), &|| {
                let first = changes.recv();
                is_over.set(first.is_err() || answering.is_finished());
                // What has come in meanwhile is of the same burst.
                first.into_iter().chain(changes.try_iter()).flatten().collect()
            });
        }
        answering.join().unwrap_or_else(|_| anyhow::bail!("the server stopped"))
    })
}

fn step(states: &Sender<Arc<State>>, built: super::Built, tell: &(dyn Fn(&str, &[Diagnostic]) + Sync)) {
    let is_told = built.part == Part::Rest && built.files.is_some();
    let next = Arc::new(states.borrow().after(built));
    if !is_told {
        tell(&next.in_words(), &next.findings);
    }
    states.send_replace(next);
}

/// The port that was asked for; else the usual one, or one that is free.
fn listener(port: Option<u16>) -> Result<TcpListener> {
    let at = |port: u16| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    let bound = match (port, at(port.unwrap_or(PORT))) {
        (None, Err(error)) if error.kind() == ErrorKind::AddrInUse => at(0),
        (_, bound) => bound,
    };
    let listener = bound.with_context(|| format!("cannot listen on 127.0.0.1:{}", port.unwrap_or(PORT)))?;
    listener.set_nonblocking(true)?;
    Ok(listener)
}

fn answer(listener: TcpListener, desk: Desk) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, router(desk)).await?;
        Ok(())
    })
}
