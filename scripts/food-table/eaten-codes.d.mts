export function peopleOfRecalls(dataFolder: string): string[];
export function eatenCodes(dataFolder: string, without?: ReadonlySet<string>): Map<string, number>;
