/** What the services agree on: Kafka topics, record keys, header names and how an event is read and written. */
@NullMarked
package dev.shopmirror.event;

import org.jspecify.annotations.NullMarked;
