package org.guixue.founding;

/**
 * One step on the way from an empty house to the first sealed notice, as it stands now.
 *
 * @param key stable, for the API
 * @param what what it is for, in a sentence
 * @param detail what is there, what is missing, or what must come first
 * @param action the word on its button; empty where there is nothing to press here
 */
public record FoundingStep(
        String key,
        int number,
        String title,
        String what,
        Standing standing,
        String detail,
        String action,
        String href) {
    /** Whether it is done, may be done, or waits for another one. */
    public enum Standing {
        DONE("已完成", "done"),
        OPEN("待办", "soon"),
        WAITING("先做前面的", "usual");

        private final String label;
        private final String tone;

        Standing(String label, String tone) {
            this.label = label;
            this.tone = tone;
        }

        public String label() {
            return label;
        }

        public String tone() {
            return tone;
        }
    }

    public boolean done() {
        return standing == Standing.DONE;
    }

    public boolean open() {
        return standing == Standing.OPEN;
    }
}
