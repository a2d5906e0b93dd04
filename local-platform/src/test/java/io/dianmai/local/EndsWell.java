package io.dianmai.local;

/** A program that does nothing and ends well. */
final class EndsWell {
    private EndsWell() {}

    public static void main(String[] args) {
        System.out.println("done");
    }
}
