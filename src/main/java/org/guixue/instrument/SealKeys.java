package org.guixue.instrument;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.guixue.Started;
import org.guixue.office.Office;
import org.guixue.office.Offices;
import org.guixue.signing.CertificateAuthority;

/** Gives offices their seal keys, with certificates of the county's own authority, which is founded with the first. */
@ApplicationScoped
public class SealKeys {
    private static final String AUTHORITY_NAME = "归学电子印章签发机构";

    @Inject
    private Premises premises;

    @Inject
    private Offices offices;

    /** A home that has a passphrase and no authority yet: its first offices get their keys. */
    void enrolTheFirst(@Observes @Priority(5500) Started started) {
        if (premises.keys().isPresent() && !premises.authority().exists()) {
            enrol(offices.all());
        }
    }

    public void enrol(Collection<Office> offices) {
        CertificateAuthority authority = premises.authority();
        try {
            if (!authority.exists()) {
                authority.found(AUTHORITY_NAME);
            }
            for (Office office : offices) {
                premises.keys().orElseThrow().enrol(authority, office.code(), office.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the seal keys cannot be made", e);
        }
    }
}
