package org.guixue.house;

/** Where the steps of opening find what they open. */
interface Rooms {
    <T> T find(Class<T> room);
}
