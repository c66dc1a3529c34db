package org.guixue.page;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mvc.locale.LocaleResolver;
import jakarta.mvc.locale.LocaleResolverContext;
import java.util.Locale;

/** Pages are Chinese whatever the browser prefers. */
@ApplicationScoped
@Priority(1)
public class ChineseLocale implements LocaleResolver {
    @Override
    public Locale resolveLocale(LocaleResolverContext context) {
        return Locale.SIMPLIFIED_CHINESE;
    }
}
