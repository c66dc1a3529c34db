package org.guixue.page;

/**
 * Where a listing stands.
 *
 * @param number counted from 0, as {@code page} in the address
 */
public record PageOf(PageAddress address, int number, int size, long total) {
    public boolean several() {
        return total > size || number > 0;
    }

    public boolean hasPrevious() {
        return number > 0;
    }

    public boolean hasNext() {
        return (number + 1L) * size < total;
    }

    public PageAddress previous() {
        return number <= 1 ? address.without("page") : address.with("page", Integer.toString(number - 1));
    }

    public PageAddress next() {
        return address.with("page", Integer.toString(number + 1));
    }

    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }
}
