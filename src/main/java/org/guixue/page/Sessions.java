package org.guixue.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.annotation.WebListener;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The cookie of sessions and their ids. Where nobody comes in but by TLS, the cookie is {@code __Host-} and Secure, so that no
 * other host or unencrypted answer sets it. Ids are 160 random bits: the container's own have 56, and only its insides take
 * another generator. A container that does not take it fails the start.
 */
@WebListener
public class Sessions implements ServletContextListener {
    private static final int ID_BYTES = 20;

    @Inject
    private Entrance entrance;

    @Inject
    private SecureRandom random;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        if (entrance.encrypted()) {
            cookie.setName("__Host-guixue");
            cookie.setSecure(true);
            cookie.setPath("/");
        }
        try {
            lengthenIds(event.getServletContext());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this container takes no other generator of session ids", e);
        }
    }

    private void lengthenIds(ServletContext servlets) throws ReflectiveOperationException {
        Object context = inside(inside(servlets));
        Object manager = context.getClass().getMethod("getManager").invoke(context);
        Method setter = Arrays.stream(manager.getClass().getMethods())
                .filter(method -> method.getName().equals("setUuidGenerator"))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException("setUuidGenerator of " + manager.getClass()));
        Class<?> generator = setter.getParameterTypes()[0];
        setter.invoke(
                manager,
                Proxy.newProxyInstance(
                        generator.getClassLoader(), new Class<?>[] {generator}, (proxy, method, arguments) -> newId()));
    }

    /** What the container keeps behind the face that it shows to applications. */
    private static Object inside(Object face) throws ReflectiveOperationException {
        Field context = face.getClass().getDeclaredField("context");
        context.setAccessible(true);
        return context.get(face);
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
