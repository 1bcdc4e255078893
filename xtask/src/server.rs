//! The server for this machine: the site as a good host would send it.

use crate::process::root;
use crate::progress::say;
use crate::site;
use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use tower_http::services::ServeDir;

/// How many ports to try before giving up.
const ATTEMPTS: u16 = 20;

/// A directive in each line. Vite puts the same into the page, for hosts that send no headers.
const CONTENT_SECURITY_POLICY: &str = include_str!("../../www/policy.txt");

/// Serves what is there until stopped.
pub fn serve(port: u16, with_tests: bool) -> Result<()> {
    run(listen_from(port)?, with_tests)
}

/// Makes ready to serve the site, on the wanted port if it is free, and prints the address.
pub fn listen_from(port: u16) -> Result<TcpListener> {
    let site = site::folder();
    ensure!(
        site.join("index.html").exists(),
        "there is no site in {}: run `cargo xtask build` first",
        site.display()
    );
    let listener = listen(port)?;
    let chosen = listener.local_addr()?.port();
    if port != 0 && chosen != port {
        say(&format!("Port {port} is taken."));
    }
    say(&format!(
        "Serving on {} (Ctrl+C stops it)",
        address(&listener)?
    ));
    Ok(listener)
}

/// Serves the site and the tests' own files from a thread, for as long as this program runs, and
/// says where.
pub fn serve_in_background() -> Result<String> {
    let listener = listen(0)?;
    let address = address(&listener)?;
    std::thread::spawn(move || {
        if let Err(error) = run(listener, true) {
            eprintln!("the test server stopped: {error:#}");
        }
    });
    Ok(address)
}

fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

/// The wanted port, or the next free one; 0 leaves the choice to the system.
fn listen(wanted: u16) -> Result<TcpListener> {
    for port in wanted..=wanted.saturating_add(ATTEMPTS) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            bound => return bound.with_context(|| format!("could not listen on port {port}")),
        }
    }
    anyhow::bail!("no port from {wanted} on is free: name another with --port")
}

/// Answers requests until stopped.
pub fn run(listener: TcpListener, with_tests: bool) -> Result<()> {
    let compressed = |folder| {
        ServeDir::new(folder)
            .precompressed_br()
            .precompressed_gzip()
    };
    let mut routes = Router::new().fallback_service(compressed(site::folder()));
    if with_tests {
        routes = routes
            .nest_service("/pkg", compressed(root().join("pkg")))
            .nest_service("/data", compressed(root().join("www/data")))
            .nest_service("/tests", compressed(root().join("tests/browser")))
            .nest_service("/bench", compressed(root().join("benches/dist")));
    }
    let routes = routes.layer(from_fn(add_headers));
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        Ok(axum::serve(listener, routes).await?)
    })
}

/// Isolation, so that the page may use threads and precise clocks; the content security policy, on scripts too, since a
/// worker's is that of its own script; and caching: a name with a hash in it never changes its contents, anything else
/// is asked for again.
async fn add_headers(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let hashed = path.starts_with("/assets/");
    // The libraries that ours is measured beside make code and workers from text.
    let trusted = path.starts_with("/bench/");
    let mut response = next.run(request).await;
    let found = response.status().is_success();
    let cache = if hashed && found {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    for (name, value) in [
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-embedder-policy", "require-corp"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-content-type-options", "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if !trusted {
        headers.insert(header::CONTENT_SECURITY_POLICY, content_security_policy());
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

fn content_security_policy() -> HeaderValue {
    let directives: Vec<&str> = CONTENT_SECURITY_POLICY.lines().collect();
    HeaderValue::from_str(&directives.join("; ")).expect("the policy is plain text")
}

#[cfg(test)]
mod tests {
    use super::listen;

    #[test]
    fn takes_the_next_port_when_the_wanted_one_is_taken() {
        let first = listen(0).expect("a free port");
        let port = first.local_addr().expect("an address").port();
        let second = listen(port).expect("another free port");
        assert_ne!(second.local_addr().expect("an address").port(), port);
    }
}
