package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind Debian's nginx with the configuration that deploy hands out, and a certificate of our own. */
class ProxyIT {
    @TempDir
    Path folder;

    @Test
    void speaksAsThePublicAddressAndKnowsWhoCalls() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nginx")), "nginx is not installed");
        int port = freePort();
        String outside = "https://127.0.0.1:" + port;
        Map<String, String> environment = Map.of("GUIXUE_PUBLIC_URL", outside, "GUIXUE_TRUSTED_PROXY", "127.0.0.1");
        try (ServerProcess server = new ServerProcess(folder.resolve("home"), environment)) {
            server.start();
            Process nginx = nginx(server.base().getPort(), port);
            try {
                HttpClient browser = browser();
                HttpResponse<String> login = get(browser, outside + "/login");
                assertEquals(200, login.statusCode());
                String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
                assertTrue(cookie.matches("__Host-guixue=[0-9a-f]{40};.*Secure.*"), cookie);
                assertTrue(
                        login.headers().firstValue("Strict-Transport-Security").isPresent());
                assertEquals(outside + "/students", signedInTo(browser, outside, login.body(), cookie));
            } finally {
                nginx.destroy();
                nginx.waitFor(30, TimeUnit.SECONDS);
            }
            locksTheForwardedAddressAlone(server.base());
        }
    }

    /** While the server started, a browser was shown an English 404. */
    @Test
    void saysThatItStartsWhileNobodyIsLetIn() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nginx")), "nginx is not installed");
        int port = freePort();
        Process nginx = nginx(freePort(), port);
        try {
            HttpResponse<String> answer = get(browser(), "https://127.0.0.1:" + port + "/students");
            assertEquals(503, answer.statusCode());
            assertTrue(answer.body().contains("约半分钟后自动打开"), answer.body());
            assertEquals("10", answer.headers().firstValue("Retry-After").orElseThrow());
        } finally {
            nginx.destroy();
            nginx.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static String signedInTo(HttpClient browser, String outside, String page, String cookie)
            throws IOException, InterruptedException {
        String token = page.replaceFirst("(?s).*name=\"_csrf\" value=\"([0-9a-f]+)\".*", "$1");
        HttpRequest request = HttpRequest.newBuilder(URI.create(outside + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie.replaceFirst(";.*", ""))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "_csrf=" + token + "&username=clerk&password=" + SystemIT.PASSWORD + "&next=/students"))
                .build();
        HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
        assertEquals(303, answer.statusCode());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Right credentials that are remembered open nothing to who guesses; their owner goes on elsewhere. */
    private static void locksTheForwardedAddressAlone(URI base) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        assertEquals(200, asked(client, base, "192.0.2.7", SystemIT.PASSWORD));
        for (int i = 0; i < 5; i++) {
            assertEquals(401, asked(client, base, "192.0.2.66", "wrong" + i));
        }
        assertEquals(429, asked(client, base, "192.0.2.66", SystemIT.PASSWORD));
        assertEquals(200, asked(client, base, "192.0.2.7", SystemIT.PASSWORD));
    }

    private static int asked(HttpClient client, URI base, String from, String password)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/forms"))
                .header("X-Forwarded-For", "198.51.100.1, " + from)
                .header("Authorization", SystemIT.basic("clerk2", password))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static HttpResponse<String> get(HttpClient browser, String address)
            throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private Process nginx(int inside, int port) throws IOException, InterruptedException {
        Path key = folder.resolve("key.pem");
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                key.toString(),
                "-out",
                certificate().toString());
        String site = Files.readString(Path.of("deploy", "nginx.conf"))
                .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";")
                .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                .replace("/etc/ssl/guixue/fullchain.pem", certificate().toString())
                .replace("/etc/ssl/guixue/privkey.pem", key.toString())
                .replace("127.0.0.1:8080", "127.0.0.1:" + inside);
        StringBuilder whole = new StringBuilder("daemon off; pid " + folder.resolve("pid") + "; error_log stderr;\n")
                .append("events {} http { access_log off;\n");
        for (String kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
            whole.append(kind + "_temp_path " + folder.resolve(kind) + ";\n");
        }
        Path file = folder.resolve("nginx.conf");
        Files.writeString(file, whole.append(site).append("}\n"));
        Process nginx = new ProcessBuilder("/usr/sbin/nginx", "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        while (!Files.exists(folder.resolve("pid"))) {
            assertTrue(nginx.isAlive(), () -> "nginx ended");
            Thread.onSpinWait();
        }
        return nginx;
    }

    private Path certificate() {
        return folder.resolve("certificate.pem");
    }

    private HttpClient browser() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(certificate())) {
            trusted.setCertificateEntry(
                    "ours", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
