//! Standard input and output.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context;
use rmcp::service::ServerInitializeError;
use rmcp::transport::stdio;
use server::Snapshots;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::runtime::Runtime;

use crate::desk::Desk;

/// Answers the client at the other end until it closes standard input. Nothing else may write to standard output.
pub fn serve(record: &Path) -> anyhow::Result<()> {
    let snapshots = Arc::new(Snapshots::open(record)?);
    let runtime = Runtime::new().context("cannot start the server’s threads")?;
    let ending = runtime.block_on(answer(snapshots, stdio()));
    // A client that went away leaves a thread waiting for its next line.
    runtime.shutdown_background();
    ending
}

/// Answers a client that is read from there until it ends.
pub async fn answer<R, W>(snapshots: Arc<Snapshots>, ends: (R, W)) -> anyhow::Result<()>
where
    R: AsyncRead + Send + Unpin + 'static,
    W: AsyncWrite + Send + Unpin + 'static,
{
    match rmcp::serve_server(Desk::over(snapshots), ends).await {
        Ok(running) => running.waiting().await.map(drop).context("the server stopped"),
        Err(ServerInitializeError::ConnectionClosed(_)) => Ok(()),
        Err(error) => {
            Err(error).context("no client of the Model Context Protocol at standard input")
        }
    }
}
