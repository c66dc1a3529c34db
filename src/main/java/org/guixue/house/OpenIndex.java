package org.guixue.house;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.guixue.Home;
import org.guixue.form.FormCatalog;
import org.guixue.office.Installations;
import org.guixue.search.SearchIndex;

/** The index, with the key of this home for its digests. */
@ApplicationScoped
public class OpenIndex {
    private static final Logger LOG = Logger.getLogger(OpenIndex.class.getName());

    private final Home home;
    private final Installations installations;
    private final FormCatalog forms;
    private final Handle<SearchIndex> index = new Handle<>();

    @Inject
    OpenIndex(Home home, Installations installations, FormCatalog forms) {
        this.home = home;
        this.installations = installations;
        this.forms = forms;
    }

    void open() {
        try {
            index.open(SearchIndex.open(
                    home.index(), installations.find().orElseThrow().indexKey(), forms::kindLabel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        index.opened().ifPresent(opened -> {
            try {
                opened.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the index did not close; it is caught up at the next start", e);
            }
        });
    }

    /** Whether what is issued now will be found. */
    boolean writes() {
        return index.opened().filter(SearchIndex::isWritable).isPresent();
    }

    @Produces
    @ApplicationScoped
    SearchIndex index() {
        return index.get();
    }
}
