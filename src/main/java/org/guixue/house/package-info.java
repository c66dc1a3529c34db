/**
 * Opens and closes the house: database, migrations, clock, randomness, and the few things that all rooms share, in one
 * visible order ({@link org.guixue.house.Opening#STEPS}); and begins what is done every second or night.
 *
 * <p>May know: all. Nobody knows it: what it opens is injected by type, as proxies that answer "not open yet" until it is.
 */
@NullMarked
package org.guixue.house;

import org.jspecify.annotations.NullMarked;
