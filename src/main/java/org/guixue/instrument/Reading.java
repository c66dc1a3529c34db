package org.guixue.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guixue.Forbidden;
import org.guixue.NotFound;
import org.guixue.Sha256;
import org.guixue.ValuesRefused;
import org.guixue.access.Caller;
import org.guixue.archive.Archive;
import org.guixue.archive.Damaged;
import org.guixue.audit.PaperTrail;
import org.guixue.catalogue.SoundRegisters;
import org.guixue.form.Field;
import org.guixue.form.FieldType;
import org.guixue.form.Form;
import org.guixue.form.FormCatalog;
import org.guixue.identity.Mask;
import org.guixue.rendering.PageImage;

/**
 * The one way to an instrument's content: within the caller's scope, with the grant where it is sensitive, and with an audit
 * event that is on disk before the file leaves. Opening a PDF or its picture shows the full ID and counts as revealing it.
 */
@ApplicationScoped
public class Reading {
    private static final int PICTURE_WIDTH_PIXELS = 1240;
    private static final int MINI_WIDTH_PIXELS = 208;
    private static final int PICTURES_KEPT = 64;

    private final Instruments instruments;
    private final Archive archive;
    private final FormCatalog forms;
    private final PaperTrail trail;
    private final SoundRegisters registers;
    private final Printings printings;

    @Inject
    public Reading(
            Instruments instruments,
            Archive archive,
            FormCatalog forms,
            PaperTrail trail,
            SoundRegisters registers,
            Printings printings) {
        this.instruments = instruments;
        this.archive = archive;
        this.forms = forms;
        this.trail = trail;
        this.registers = registers;
        this.printings = printings;
    }

    private final Map<String, byte[]> pictures = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > PICTURES_KEPT;
        }
    });

    public Instrument instrument(Caller caller, long id) {
        return instruments.find(id, caller.scope()).orElseThrow(() -> new NotFound("文书"));
    }

    /** The instrument, for its page: what it is and what became of it. */
    public Instrument open(Caller caller, long id) {
        Instrument instrument = instrument(caller, id);
        trail.read(caller, id, instrument.childId(), "");
        return instrument;
    }

    /** Somebody prints it: the file is about to leave for paper. */
    public Instrument printed(Caller caller, long id) {
        Instrument instrument = sealed(caller, id);
        printings.note(caller, "", List.of(id));
        trail.printed(caller, id, instrument.childId());
        return instrument;
    }

    /** The instrument, where its file may be opened by the caller. */
    public Instrument sealed(Caller caller, long id) {
        Instrument instrument = instrument(caller, id);
        if (!instrument.sealed()) {
            throw new NotFound("文书的成文文件（正在签发）");
        }
        refuseWithoutGrant(caller, instrument);
        return instrument;
    }

    /** The sealed file, byte for byte. */
    public byte[] pdf(Caller caller, Instrument instrument) {
        trail.downloaded(caller, instrument.id(), instrument.childId(), "pdf");
        return file(instrument);
    }

    /** For the house itself, where the act is recorded by the caller: dossiers. */
    public byte[] file(Instrument instrument) {
        Sha256 digest = instrument.sha256().orElseThrow(() -> new NotFound("文书的成文文件（正在签发）"));
        try {
            return archive.read(instrument.archivalNumber(), digest);
        } catch (Damaged e) {
            throw registers.refused(instrument.archivalNumber(), e);
        }
    }

    /** A page's picture, PNG; pages count from 1. */
    public byte[] page(Caller caller, long id, int page) {
        Instrument instrument = sealed(caller, id);
        if (page < 1 || page > instrument.pages()) {
            throw new NotFound("页");
        }
        trail.opened(caller, instrument.id(), instrument.childId(), "page " + page);
        return picture(instrument, page, PICTURE_WIDTH_PIXELS);
    }

    /** Page one, small, for a row of papers: all that lie in it are looked at in one opening. */
    public byte[] mini(Caller caller, long id) {
        Instrument instrument = sealed(caller, id);
        if (instrument.childId() == 0) {
            trail.opened(caller, instrument.id(), 0, "page 1");
        } else {
            trail.leafed(caller, instrument.childId());
        }
        return picture(instrument, 1, MINI_WIDTH_PIXELS);
    }

    private byte[] picture(Instrument instrument, int page, int width) {
        String key = instrument.id() + "/" + page + "/" + width;
        byte[] picture = pictures.get(key);
        if (picture == null) {
            picture = drawn(file(instrument), page, width);
            pictures.put(key, picture);
        }
        return picture;
    }

    private static byte[] drawn(byte[] pdf, int page, int width) {
        try {
            return PageImage.png(pdf, page, width);
        } catch (IOException e) {
            throw new UncheckedIOException("a sealed page cannot be drawn", e);
        }
    }

    /** What was filled in: IDs masked unless revealed with a reason, sensitive fields only with the grant. */
    public Map<String, Object> values(Caller caller, Instrument instrument, Optional<String> reason) {
        reason.ifPresent(text -> {
            if (text.isBlank() || text.length() > 200) {
                throw new ValuesRefused("reveal", "请写明查看完整证件号码的理由，最多200个字");
            }
            trail.unmasked(caller, instrument.id(), instrument.childId(), text);
        });
        if (reason.isEmpty()) {
            trail.read(caller, instrument.id(), instrument.childId(), "values");
        }
        Map<String, Object> values = ValuesJson.read(instrument.valuesJson());
        Optional<Form> form = forms.paper(instrument.form());
        values.keySet().removeIf(name -> !mayRead(caller, instrument, form.flatMap(known -> known.field(name))));
        if (reason.isEmpty()) {
            form.ifPresent(known -> known.fields()
                    .forEach(field -> values.computeIfPresent(field.name(), (name, value) -> masked(field, value))));
        }
        return values;
    }

    /** A value whose field the form no longer knows may be an ID or an illness: it is not shown where that could be. */
    private static boolean mayRead(Caller caller, Instrument instrument, Optional<Field> field) {
        return field.isEmpty()
                ? !instrument.sensitive() && instrument.student().isEmpty()
                : caller.mayReadSensitive() || !field.get().sensitive();
    }

    private static Object masked(Field field, Object value) {
        if (field.type().isIdentifier()) {
            return Mask.of(String.valueOf(value));
        }
        return value instanceof List<?> rows && field.type() == FieldType.TABLE
                ? rows.stream()
                        .map(row -> row instanceof Map<?, ?> cells ? maskedRow(field, cells) : row)
                        .toList()
                : value;
    }

    private static Map<String, Object> maskedRow(Field table, Map<?, ?> cells) {
        Map<String, Object> masked = new LinkedHashMap<>();
        cells.forEach((name, value) -> masked.put(
                String.valueOf(name),
                table.column(String.valueOf(name))
                        .map(column -> masked(column, value))
                        .orElse("")));
        return masked;
    }

    private static void refuseWithoutGrant(Caller caller, Instrument instrument) {
        if (instrument.sensitive() && !caller.mayReadSensitive()) {
            throw new Forbidden("该文书含健康或残疾信息，另册保管；需要查阅请向教育局申请授权");
        }
    }
}
