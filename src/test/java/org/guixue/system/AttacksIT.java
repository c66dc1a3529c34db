package org.guixue.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Strangers send very many tiny parts, many large files and trickling bodies, all at once, while a clerk goes on working.
 * {@code deploy/soak/attacks} does it for minutes.
 */
class AttacksIT extends SystemIT {
    private static final Duration LASTS = Duration.ofSeconds(Integer.getInteger("guixue.attacks.seconds", 20));

    /** How long a page may take, for the soak alone; 0 asks nothing. */
    private static final int SLOWEST_SECONDS = Integer.getInteger("guixue.attacks.slowest", 0);

    private static final String BOUNDARY = "attack";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
    private static final int TRICKLING = 205;

    private final Map<Integer, Integer> answers = new ConcurrentSkipListMap<>();
    private final Map<String, Duration> slowest = new ConcurrentHashMap<>();
    private final byte[] photo = photo();
    private volatile boolean over;

    @Test
    void aClerkGoesOnWorking() throws Exception {
        Visitor clerk = new Visitor(at("/")).signIn("clerk", PASSWORD);
        ExecutorService strangers = Executors.newCachedThreadPool();
        try {
            byte[] tiny = Multipart.fields(BOUNDARY, "a=b&".repeat(60_000) + "a=b");
            byte[] large = Multipart.file(BOUNDARY, "large.pdf", new byte[31 << 20]);
            for (int i = 0; i < 3; i++) {
                strangers.execute(() -> send(tiny));
            }
            for (int i = 0; i < 10; i++) {
                strangers.execute(() -> send(large));
            }
            strangers.execute(this::trickle);
            long endNanos = System.nanoTime() + LASTS.toNanos();
            while (System.nanoTime() < endNanos) {
                work(clerk);
            }
        } finally {
            over = true;
            strangers.shutdownNow();
            strangers.awaitTermination(1, TimeUnit.MINUTES);
        }
        System.out.println("AttacksIT: strangers' answers " + answers + ", slowest pages " + slowest);
        assertFalse(answers.isEmpty(), "nobody attacked");
        assertEquals(Set.of(), unexpected(), "but judged, too large, too many, too slow or torn off");
        assertEquals(200, send(request("/health/ready")).statusCode());
        if (SLOWEST_SECONDS > 0) {
            slowest.forEach((page, took) -> assertTrue(took.toSeconds() < SLOWEST_SECONDS, page + " took " + took));
        }
    }

    private Set<Integer> unexpected() {
        Set<Integer> others = new TreeSet<>(answers.keySet());
        others.removeAll(Set.of(0, 200, 408, 413, 429, 503));
        return others;
    }

    private void work(Visitor clerk) {
        for (String page : List.of("/", "/students", "/forms", "/search?q=%E5%BC%A0", "/account/password")) {
            timed(page, () -> clerk.get(page).statusCode());
        }
        timed(
                "sign-in",
                () -> new Visitor(at("/")).signIn("clerk", PASSWORD).get("/").statusCode());
        timed("photo", () -> send(requestAs("clerk", "/api/photos")
                        .header("Content-Type", MULTIPART)
                        .POST(BodyPublishers.ofByteArray(Multipart.file(BOUNDARY, "photo.png", photo))))
                .statusCode());
    }

    private void timed(String page, Supplier<Integer> visit) {
        long beganNanos = System.nanoTime();
        int status = visit.get();
        assertTrue(status < 400, page + " answered " + status);
        slowest.merge(
                page,
                Duration.ofNanos(System.nanoTime() - beganNanos),
                (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    private void send(byte[] body) {
        HttpClient client = HttpClient.newHttpClient();
        URI verify = at("/api/verify");
        while (!over) {
            HttpRequest request = HttpRequest.newBuilder(verify)
                    .header("Content-Type", MULTIPART)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            try {
                answers.merge(client.send(request, BodyHandlers.discarding()).statusCode(), 1, Integer::sum);
            } catch (IOException e) {
                answers.merge(0, 1, Integer::sum);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void trickle() {
        List<Socket> sockets = new ArrayList<>();
        try {
            while (!over) {
                while (sockets.size() < TRICKLING) {
                    sockets.add(trickling(sockets.size() % 2 == 0 ? "/login" : "/api/verify"));
                }
                sockets.removeIf(AttacksIT::isCutOff);
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (IOException e) {
            answers.merge(0, 1, Integer::sum);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.forEach(AttacksIT::close);
        }
    }

    private Socket trickling(String path) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort());
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + MULTIPART
                + "\r\nContent-Length: 100000\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] photo() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static boolean isCutOff(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            if (socket.getInputStream().available() == 0) {
                return false;
            }
        } catch (IOException e) {
            return true;
        }
        close(socket);
        return true;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
