/** First sign-in names and passwords, in DATA_DIR, for its owner alone. */
export const PASSWORDS_FILE = 'first-passwords.txt'
