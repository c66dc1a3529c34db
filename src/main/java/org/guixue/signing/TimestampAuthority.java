package org.guixue.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A client of a timestamp authority (RFC 3161 over HTTP). Asks once, never retries. Thread-safe.
 *
 * <p>It also learns how large the authority's tokens are, so that a sealed file reserves little more than it needs.
 */
public final class TimestampAuthority {
    private static final int FIRST_GUESS_BYTES = 6 * 1024;
    private static final int SPARE_BYTES = 64;
    private static final int NONCE_BITS = 64;

    private final URI address;
    private final Duration timeout;
    private final SecureRandom random;
    private final HttpClient http;
    private volatile int tokenBytes = FIRST_GUESS_BYTES;

    /** An authority at an http or https address; {@code timeout} bounds the whole exchange. */
    public TimestampAuthority(URI address, Duration timeout, SecureRandom random) {
        this.address = address;
        this.timeout = timeout;
        this.random = random;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /**
     * A token (CMS, DER) over a SHA-256 digest, checked against the request.
     *
     * @throws TimestampUnavailable when there is no answer in time, or it is no fitting token
     */
    public byte[] token(byte[] sha256) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(NONCE_BITS, random));
        TimeStampToken token = read(post(encoded(request)), request);
        byte[] bytes = encoded(token);
        tokenBytes = bytes.length + SPARE_BYTES;
        return bytes;
    }

    private TimeStampToken read(byte[] answer, TimeStampRequest request) {
        TimeStampResponse response;
        try {
            response = new TimeStampResponse(answer);
            response.validate(request);
        } catch (IOException | TSPException | RuntimeException e) {
            throw new TimestampUnavailable("no fitting timestamp from " + address + ": " + e.getMessage(), e);
        }
        TimeStampToken token = response.getTimeStampToken();
        if (token == null) {
            throw new TimestampUnavailable(address + " refused: " + response.getStatusString());
        }
        return token;
    }

    int expectedTokenBytes() {
        return tokenBytes;
    }

    private byte[] post(byte[] query) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new TimestampUnavailable(address + " answered with status " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimestampUnavailable("interrupted while waiting for " + address, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new TimestampUnavailable("no answer from " + address + " within " + timeout, e);
        } finally {
            answer.cancel(true);
        }
    }

    private static byte[] encoded(TimeStampRequest request) {
        try {
            return request.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encoded(TimeStampToken token) {
        try {
            return token.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
