package org.guixue.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * From which network address a request comes: the connection's own or, where that is a trusted proxy's, the last one in
 * {@code X-Forwarded-For} that is not. What others write there counts for nothing.
 */
@ApplicationScoped
public class Senders {
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    private final Entrance entrance;

    @Inject
    public Senders(Entrance entrance) {
        this.entrance = entrance;
    }

    /** For the container's proxy. */
    protected Senders() {
        this(new Entrance(Set.of(), URI.create("/")));
    }

    public String address(HttpServletRequest request) {
        String own = request.getRemoteAddr();
        if (!entrance.proxies().contains(own)) {
            return own;
        }
        List<String> forwarded = new ArrayList<>();
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            forwarded.addAll(List.of(header.split(",", -1)));
        }
        return behind(own, forwarded);
    }

    /** The last hop that is no proxy of ours; the proxy itself where somebody wrote no address there. */
    String behind(String proxy, List<String> forwarded) {
        String last = proxy;
        for (int at = forwarded.size() - 1; at >= 0; at--) {
            String hop = forwarded.get(at).strip();
            if (!ADDRESS.matcher(hop).matches()) {
                return last;
            }
            last = hop;
            if (!entrance.proxies().contains(hop)) {
                return hop;
            }
        }
        return last;
    }

    boolean isBehindProxy(HttpServletRequest request) {
        return entrance.proxies().contains(request.getRemoteAddr());
    }
}
