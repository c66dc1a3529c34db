package org.guixue.archive;

/** 保管期限: how long a record is kept (国家档案局令第8号: 永久, 30年, 10年). */
public enum Retention {
    /** 永久: for ever. */
    Y,
    /** Thirty years. */
    D30,
    /** Ten years. */
    D10
}
