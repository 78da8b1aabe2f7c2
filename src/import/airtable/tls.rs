//! Whom to trust on the other end: the authorities that this machine trusts.
//!
//! In: nothing. Out: how connections are encrypted. The machine's own list is asked rather than one
//! that is built in, so that an authority that an institution added, or took away, counts here too.

use anyhow::{Result, bail};
use std::sync::Arc;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// Encryption by rustls, checked against the authorities of this machine.
///
/// # Errors
/// A machine that knows no authority at all.
pub(super) fn config() -> Result<TlsConfig> {
    let found = rustls_native_certs::load_native_certs();
    let roots: Vec<_> =
        found.certs.iter().map(|authority| Certificate::from_der(authority.as_ref()).to_owned()).collect();
    if roots.is_empty() {
        bail!(
            "this machine has no list of certificate authorities, so nobody can be trusted: install the \
             package ca-certificates, or name a list in SSL_CERT_FILE"
        );
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&roots))
        .unversioned_rustls_crypto_provider(provider)
        .build())
}
