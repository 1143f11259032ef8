/** The roles in the order of the permission table. */
export const roles = [
  'receptionist',
  'quality_engineer',
  'quality_manager',
  'technician',
  'inspector',
  'salesperson',
  'sales_manager',
  'general_manager',
  'department_head',
  'staff',
  'admin',
  'auditor',
] as const;

export const departmentKinds = [
  'quality',
  'sales',
  'reception',
  'technical',
  'production',
  'purchasing',
  'finance',
  'other',
] as const;

/** The functions of the three designated persons, in the order of the regulation. */
export const functions = ['complaint', 'survey', 'feedback'] as const;

/** Certificates the law demands; assigning without one has no exception. */
export const statutoryKinds = ['electrician', 'pressure_vessel', 'lift', 'gas', 'other'] as const;

export const absenceReasons = ['leave', 'sick', 'business_trip', 'training', 'other'] as const;
