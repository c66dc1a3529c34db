/** Tests of sealing and checking, and the outside tools that judge a sealed document. */
@NullMarked
package org.guixue.signing;

import org.jspecify.annotations.NullMarked;
