package org.guixue.instrument.issuing;

import org.guixue.Sha256;

/**
 * What an approver is shown: the complete values as they would stand on the paper.
 *
 * @param valuesJson complete, not only what was typed
 * @param digest over all that decides how the paper looks; the approval holds for this digest alone
 * @param sensitive whether a field of health or disability is filled
 */
public record Presented(byte[] valuesJson, Sha256 digest, boolean sensitive) {}
