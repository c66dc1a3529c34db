package org.guixue.yearly;

/**
 * One piece of yearly work.
 *
 * @param id stable, such as {@code holidays}
 * @param title what it is
 * @param found what there is, in words
 * @param todo what a person does, or that nobody has to; empty where nothing is left
 * @param action the word on its way; empty where the caller has none
 * @param href where it is done; empty for nowhere
 */
public record YearItem(
        String id, String title, WorkState state, String found, String todo, String action, String href) {
    static YearItem of(String id, String title, WorkState state, String found, String todo) {
        return new YearItem(id, title, state, found, todo, "", "");
    }

    YearItem at(String word, String address) {
        return new YearItem(id, title, state, found, todo, word, address);
    }

    /** The same before its season, where nothing is open yet. */
    YearItem early() {
        return isOpen() ? new YearItem(id, title, WorkState.NOT_YET, found, todo, action, href) : this;
    }

    public boolean isOpen() {
        return state == WorkState.OPEN || state == WorkState.GOING;
    }
}
