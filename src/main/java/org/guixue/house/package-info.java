/**
 * Opens and closes the house: database, migrations, clock, randomness, and the few things that all rooms share, in one
 * visible order ({@link org.guixue.house.Opening#STEPS}); and begins what is done every second or night.
 *
 * <p>Nobody knows it. May know: all.
 */
@NullMarked
package org.guixue.house;

import org.jspecify.annotations.NullMarked;
