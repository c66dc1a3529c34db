package org.guixue.instrument.issuing;

import java.util.List;
import org.guixue.instrument.PrintedSheet;
import org.guixue.rendering.Attachment;

/** What some papers carry inside beside their values, record and template, made from what was frozen and nothing else. */
@FunctionalInterface
public interface Enclosures {
    List<Attachment> of(PrintedSheet printed);
}
