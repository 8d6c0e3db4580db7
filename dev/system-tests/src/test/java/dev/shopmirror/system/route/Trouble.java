package dev.shopmirror.system.route;

/** What the route does with a request. */
enum Trouble {
    /** Hands it on, and the answer back. */
    NONE,
    /** Answers 503 and hands nothing on. */
    REFUSES,
    /** Hands it on and closes the connection without the answer. */
    DROPS_THE_ANSWER,
    /** Hands it on and answers 500 instead. */
    ANSWERS_500
}
