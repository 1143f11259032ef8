import type { Schemas } from '../../../shared/api';

// The shapes of the server, by the names of these pages.
export type Ref = Schemas['StaffRef'];
export type Company = Schemas['StaffCompany'];
export type Department = Schemas['StaffDepartmentRow'];
export type PersonRow = Schemas['StaffPersonRow'];
export type PersonPage = Schemas['StaffPersonPage'];
export type Designation = Schemas['StaffDesignationRow'];
export type DesignationPage = Schemas['StaffDesignationPage'];
export type Attendance = Schemas['StaffAttendanceRow'];
export type Qualification = Schemas['StaffQualificationRow'];
export type Absence = Schemas['StaffAbsenceRow'];
