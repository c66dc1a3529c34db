package org.guixue.house;

/** Where the steps of opening find what they open. */
interface Whereabouts {
    <T> T find(Class<T> room);
}
