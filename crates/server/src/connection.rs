//! One connection: requests in, answers out, neither for longer than the limits allow.

use std::convert::Infallible;
use std::net::IpAddr;
use std::pin::pin;
use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::timeout;

use crate::patient::Patient;
use crate::routes;
use crate::site::Site;

/// The longest line and headers of a request, in bytes, and the most headers; more is answered with 431.
const LONGEST_HEAD: usize = 32 * 1024;
const MOST_HEADERS: usize = 64;

/// Answers what comes from there until it ends, is cut off or has lasted long enough.
pub async fn answer(site: Arc<Site>, stream: impl AsyncRead + AsyncWrite + Unpin, peer: IpAddr) {
    let limits = site.settings.limits;
    let service = service_fn(move |request: Request<Incoming>| {
        let site = site.clone();
        async move { Ok::<_, Infallible>(routes::answer(site, peer, request.map(Body::new)).await) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head);
    http.max_buf_size(LONGEST_HEAD).max_headers(MOST_HEADERS);
    let io = TokioIo::new(Patient::new(stream, limits.stall));
    let mut connection = pin!(http.serve_connection(io, service));
    // That the other end went away is no failure of ours.
    if timeout(limits.life, connection.as_mut()).await.is_err() {
        connection.as_mut().graceful_shutdown();
        let _ = timeout(limits.request, connection).await;
    }
}
