package org.guixue.form;

import java.io.Serializable;

/**
 * Why a file under <code>forms/</code> is not served, for the person who edits it.
 *
 * @param file its path as it was read
 * @param line the line, from 1; 0 where the whole file is meant
 * @param reason in Chinese
 */
public record FormFault(String file, int line, String reason) implements Serializable {
    @Override
    public String toString() {
        return line > 0 ? file + " 第" + line + "行：" + reason : file + "：" + reason;
    }
}
