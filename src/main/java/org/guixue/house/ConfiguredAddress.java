package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.guixue.office.Installation;
import org.guixue.office.Installations;
import org.guixue.rendering.PublicAddress;

/** The public address that {@code GUIXUE_PUBLIC_URL} names. */
@ApplicationScoped
public class ConfiguredAddress implements PublicAddress {
    private final Settings settings;
    private final Installations installations;

    @Inject
    ConfiguredAddress(Settings settings, Installations installations) {
        this.settings = settings;
        this.installations = installations;
    }

    @Override
    public URI url() {
        return URI.create(settings.find("guixue.public.url").orElseThrow());
    }

    /** A demo home does with the address that deploy/run makes up. */
    @Override
    public boolean chosen() {
        return settings.find("guixue.public.url.given").isPresent()
                || installations.find().filter(Installation::demo).isPresent();
    }
}
