package org.guixue.rendering;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Layouts of covers, lists and indexes on the class path; what is put into them is escaped. Thread-safe. */
public final class Layouts {
    private static final TemplateEngine ENGINE = engine();

    private Layouts() {}

    /** @param layout its path without .html, such as {@code dossier/front} */
    public static String fill(String layout, Map<String, Object> facts) {
        return ENGINE.process(layout, new Context(Locale.SIMPLIFIED_CHINESE, facts));
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Layouts.class.getClassLoader());
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }
}
