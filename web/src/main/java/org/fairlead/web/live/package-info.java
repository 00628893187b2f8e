/**
 * Push to browsers over one WebSocket at {@code /live}. Messages are {@code {"topic": ..., "data": ...}}; the latest of
 * a topic wins, and a slow browser holds up nobody.
 *
 * <p>Topics: {@code desk} (the desk's state, for the session named by {@code ?desk=ID}), {@code superseded} (that
 * session lives elsewhere now), {@code floor} (with {@code ?floor}, each second), {@code upload} (with
 * {@code ?uploads}), {@code pong} (answers {@code ping NUMBER}).
 */
@NullMarked
package org.fairlead.web.live;

import org.jspecify.annotations.NullMarked;
