package org.guixue.form;

/** A file under <code>forms/</code> cannot be read as what it should be. */
final class BrokenFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final FormFault fault;

    BrokenFileException(FormFault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    FormFault fault() {
        return fault;
    }
}
