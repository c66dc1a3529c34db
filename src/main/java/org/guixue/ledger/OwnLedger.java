package org.guixue.ledger;

import org.guixue.calendar.Reporting;
import org.guixue.form.Ledger;
import org.guixue.office.Office;

/** A ledger of a period that the caller submits for the office, and types into. */
record OwnLedger(Ledger ledger, Office office, Reporting period) {}
